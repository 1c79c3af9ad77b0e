// What the words of the banner must not do: take going on for consent, shame or sidetrack who refuses, or put a wall up. Built-in texts don't
// (author_lint_test.cpp holds all of them against this), so it is the policy's own that are looked at, in the languages listed here.
#include <algorithm>
#include <array>

#include "author/lint_rule.h"
#include "author/words.h"
#include "base/ascii.h"

namespace assent::author {
namespace {

// What is looked for in one language.
struct Phrases {
    std::string_view language;
    std::string_view conduct;   // what is no choice ...
    std::string_view consent;   // ... and what it is taken for, in the same sentence
    std::string_view accept;    // labels that don't say what they do
    std::string_view emotive;   // on the label that refuses
    std::string_view indirect;  // on the label that refuses; not France's "continuer sans accepter", which the CNIL takes for a refusal
    std::string_view wall;      // there is no other way in
    std::string_view negation;  // before a phrase, it takes its meaning away
};

// The members of Phrases in their order, ';' between them and '|' between phrases, in lower case. A phrase begins at the start of a word and
// may end within one; '=' before it: the whole label, and nothing more.
constexpr std::array<std::string_view, 13> kPhrases = {
    "en;by continu|if you continue|by scrolling|by closing|by using|by browsing|by navigating|continued use|continuing to|"
    "keep browsing;accept|agree|consent;"
    "=ok|=okay|=got it|=i understand|=understood|=alright|=sure|=yes|=yes please|=continue|=close|=great|=let's go|=sounds good;"
    "i don't care|no, i|don't want|rather not|i hate|miss out|lose|worse|boring;"
    "continue without|not now|maybe later|=later|skip|=close|=no thanks|=cancel|=dismiss|manage|more options;"
    "you must accept|you need to accept|you have to accept|you must agree|accept to continue|accept cookies to|only if you accept;"
    "not|don't|never|no",
    "de;weiternutz|weitere nutzung|weiter nutzen|weiter surfen|weitersurf|mit der nutzung|durch die nutzung|durch scrollen|"
    "wenn sie weiter|beim schließen;zustimm|stimmen sie|einverstanden|akzeptier|einwillig|willigen;"
    "=ok|=okay|=verstanden|=alles klar|=ja|=weiter|=schließen|=super|=los geht's;"
    "egal|nein, ich|verpass|verzicht|schlechter|langweil;"
    "weiter ohne|ohne zustimmung|ohne einwilligung|jetzt nicht|=später|vielleicht später|überspringen|=schließen|=abbrechen|"
    "einstellungen;müssen sie akzeptieren|müssen sie zustimmen|sie müssen akzeptieren|sie müssen zustimmen|akzeptieren sie, um|"
    "nur wenn sie zustimmen;nicht|kein|keine|nie",
    "fr;en poursuivant|en continuant|si vous continuez|si vous poursuivez|poursuite de|en naviguant|en fermant|en utilisant|"
    "en faisant défiler;accept|consent|d'accord;=ok|=j'ai compris|=compris|=oui|=continuer|=fermer|=super|=c'est parti;"
    "peu importe|non, je|tant pis|rater|moins bien|je m'en fiche|ennuyeu;"
    "pas maintenant|plus tard|=passer|=fermer|=annuler|=non merci|paramétrer|gérer;"
    "vous devez accepter|il faut accepter|acceptez pour|obligatoire d'accepter;pas|ne|non|jamais",
    "it;proseguendo|continuando|se prosegui|se continui|scorrendo|chiudendo|navigando|utilizzando;accett|acconsent|consens|consent;"
    "=ok|=ho capito|=capito|=va bene|=sì|=continua|=chiudi;non mi interessa|no, io|no, non|peggio|perder|noios;"
    "continua senza|prosegui senza|non ora|più tardi|=salta|=chiudi|=annulla|=no grazie|gestisci;"
    "devi accettare|deve accettare|è necessario accettare|accetta per|accettare per accedere;non|mai",
    "es;si continúa|si continúas|si sigue|si sigues|al continuar|al navegar|al cerrar|al usar|al utilizar|seguir navegando|"
    "al desplazar;acept|consient|consent|de acuerdo;=ok|=entendido|=vale|=sí|=continuar|=cerrar;"
    "no me importa|no, yo|peor|perder|aburrid;"
    "continuar sin|seguir sin|ahora no|más tarde|omitir|=cerrar|=cancelar|=no, gracias|gestionar;"
    "debe aceptar|debes aceptar|tiene que aceptar|tienes que aceptar|acepte para|acepta para;no|nunca",
    "nl;door verder te|door gebruik te|door deze|door te scrollen|als u verdergaat|als je verdergaat|als u doorgaat|"
    "als je doorgaat|verder gebruik;accepte|akkoord|toestem|instem|stemt u|stem je;"
    "=ok|=oké|=begrepen|=ik begrijp het|=ja|=doorgaan|=sluiten|=prima;"
    "maakt me niet uit|kan me niet schelen|nee, ik|missen|slechter|saai;"
    "doorgaan zonder|verder zonder|niet nu|=later|misschien later|overslaan|=sluiten|=annuleren|=nee, bedankt|beheren;"
    "moet u accepteren|u moet accepteren|je moet accepteren|u dient te accepteren|accepteer om;niet|geen|nooit",
    "pt;ao continuar|ao navegar|se continuar|continuando a|ao fechar|ao utilizar|ao usar|ao rolar;aceit|consent|concord;"
    "=ok|=entendi|=percebi|=sim|=continuar|=fechar;não me importo|não, eu|pior|perder|chato;"
    "continuar sem|agora não|mais tarde|=saltar|=pular|=fechar|=cancelar|=não, obrigado|gerir|gerenciar;"
    "deve aceitar|tem de aceitar|tem que aceitar|precisa aceitar|precisa de aceitar|aceite para;não|nunca",
    "pl;kontynuując|korzystając|przeglądając|przewijając|zamykając|dalsze korzystanie|jeśli kontynuujesz;zgad|zgod|akceptuj|wyraża;"
    "=ok|=rozumiem|=tak|=dalej|=zamknij|=kontynuuj;nie obchodzi|nie, ja|gorsz|przegap|stracić|nudn;"
    "kontynuuj bez|przejdź dalej bez|nie teraz|=później|może później|pomiń|=zamknij|=anuluj|=nie, dziękuję|zarządzaj;"
    "musisz zaakceptować|musisz wyrazić|należy zaakceptować|zaakceptuj, aby;nie|nigdy",
    "sv;genom att fortsätta|genom att använda|genom att stänga|genom att scrolla|om du fortsätter|fortsatt användning;"
    "godkän|accepter|samtyck;=ok|=okej|=jag förstår|=ja|=fortsätt|=stäng;bryr mig inte|nej, jag|missa|sämre|tråkig;"
    "fortsätt utan|inte nu|=senare|kanske senare|hoppa över|=stäng|=avbryt|=nej tack|hantera;"
    "måste acceptera|måste godkänna|acceptera för att|godkänn för att;inte|ej|aldrig",
    "da;ved at fortsætte|ved at bruge|ved at lukke|ved at scrolle|ved fortsat brug|hvis du fortsætter|ved at klikke videre;"
    "accepter|samtyk|godkend;=ok|=forstået|=jeg forstår|=ja|=fortsæt|=luk;ligeglad|nej, jeg|gå glip|dårligere|kedelig;"
    "fortsæt uden|ikke nu|=senere|måske senere|spring over|=luk|=annuller|=nej tak|administrer;"
    "skal acceptere|skal godkende|accepter for at;ikke|aldrig",
    "nb;ved å fortsette|ved å bruke|ved å lukke|ved å scrolle|hvis du fortsetter|fortsatt bruk;godta|aksepter|samtykk|godkjenn;"
    "=ok|=den er grei|=jeg forstår|=ja|=fortsett|=lukk;bryr meg ikke|nei, jeg|gå glipp|dårligere|kjedelig;"
    "fortsett uten|ikke nå|=senere|kanskje senere|hopp over|=lukk|=avbryt|=nei takk|administrer;"
    "må godta|må akseptere|godta for å|aksepter for å;ikke|aldri",
    "fi;jatkamalla|käyttämällä|sulkemalla|selaamalla|vierittämällä|jos jatkat;hyväks|suostu;"
    "=ok|=selvä|=ymmärrän|=kyllä|=jatka|=sulje;ei kiinnosta|ei, minä|jää paitsi|huonom|tylsä;"
    "jatka ilman|ei nyt|=myöhemmin|ehkä myöhemmin|ohita|=sulje|=peruuta|=ei kiitos|hallitse;"
    "sinun on hyväksyttävä|sinun täytyy hyväksyä|hyväksy jatkaaksesi;ei|et|älä",
    "cs;pokračováním|používáním|zavřením|prohlížením|posouváním|pokud budete pokračovat|pokud pokračujete;souhlas|přijím|akceptuj;"
    "=ok|=rozumím|=ano|=pokračovat|=zavřít;je mi to jedno|ne, já|přijít o|horší|nudn;"
    "pokračovat bez|teď ne|=později|možná později|přeskočit|=zavřít|=zrušit|=ne, děkuji|spravovat;"
    "musíte přijmout|musíte souhlasit|je nutné přijmout|přijměte, abyste;ne|nikdy",
};

// As the phrases are written: lower case (Latin-1 too), straight apostrophes, plain spaces.
std::string folded(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        const auto c = static_cast<unsigned char>(text[i]), before = static_cast<unsigned char>(i == 0 ? 0 : text[i - 1]);
        if (rest.substr(0, 3) == "\u2019") out += '\'', i += 2;
        else if (rest.substr(0, 3) == "\u202f") out += ' ', i += 2;
        else if (rest.substr(0, 2) == "\u00a0") out += ' ', i += 1;
        else if (before == 0xc3 && c >= 0x80 && c <= 0x9e && c != 0x97) out += static_cast<char>(c + 0x20);
        else out += base::lower(text[i]);
    }
    return out;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80; }

// Whether the word before `at` denies what follows.
bool is_denied(std::string_view text, std::size_t at, std::string_view negation) {
    std::string_view before = base::trim(text.substr(0, at));
    before.remove_prefix(before.rfind(' ') + 1);  // npos + 1 is 0
    const auto words = words_of(negation);
    return std::find(words.begin(), words.end(), before) != words.end();
}

// The first phrase of the list that the text (folded) holds; empty: none.
std::string_view find_phrase(std::string_view text, std::string_view list, std::string_view negation) {
    for (const std::string_view phrase : words_of(list)) {
        if (phrase.front() == '=') {
            std::string_view label = base::trim(text);
            while (!label.empty() && (label.back() == '.' || label.back() == '!')) label.remove_suffix(1);
            if (label == phrase.substr(1)) return phrase.substr(1);
            continue;
        }
        for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1))
            if ((at == 0 || !is_letter(text[at - 1])) && !is_denied(text, at, negation)) return phrase;
    }
    return {};
}

// Those of a language; without any when it is not known here.
Phrases phrases_in(std::string_view language) {
    std::string_view primary = language.substr(0, language.find('-'));
    if (primary == "no" || primary == "nn") primary = "nb";
    Phrases found;
    for (std::string_view rest : kPhrases) {
        base::cut(rest, ';', found.language);
        if (found.language != primary) continue;
        for (const auto member : {&Phrases::conduct, &Phrases::consent, &Phrases::accept, &Phrases::emotive, &Phrases::indirect, &Phrases::wall,
                                  &Phrases::negation})
            base::cut(rest, ';', found.*member);
        return found;
    }
    return {};
}

// A text of the policy's own, folded.
struct Wording {
    std::string text;
    Phrases phrases;
    const Node* at;
};

std::vector<Wording> wordings(const Document& document) {
    std::vector<Wording> all;
    for (const OwnText& own : document.texts) all.push_back({folded(own.value), phrases_in(own.language), own.at});
    for_each_text(document, [&](const Text& text) {
        for (const auto& [language, words] : text.by_language) all.push_back({folded(words), phrases_in(language), text.at});
    });
    return all;
}

// The policy's own labels of a button, wherever it stands, must hold none of the phrases. `what` completes: The label "…" ...
void check_labels(const Check& check, std::string_view action, std::string_view Phrases::*list, std::string_view what,
                  std::string_view plain) {
    for (const OwnText& own : check.document.texts) {
        if (own.key != say({"banner.", action}) && own.key != say({"preferences.", action})) continue;
        if (!find_phrase(folded(own.value), phrases_in(own.language).*list, {}).empty())
            check.found(own.at, say({"The label ", quote(own.value), what}), say({"a plain verb, such as ", plain}).c_str(),
                        "Say what the button does, and no more.");
    }
}

void p019(const Check& check) {
    for (const auto& [text, phrases, at] : wordings(check.document)) {
        std::string_view rest = text, conduct;
        while (!rest.empty() && conduct.empty()) {
            const std::string_view sentence = rest.substr(0, rest.find_first_of(".!?\n"));
            rest.remove_prefix(std::min(sentence.size() + 1, rest.size()));
            if (!find_phrase(sentence, phrases.consent, phrases.negation).empty())
                conduct = find_phrase(sentence, phrases.conduct, phrases.negation);
        }
        if (!conduct.empty())
            check.found(at, say({"This takes going on, scrolling or closing for consent (", quote(conduct), ")."}),
                        "consent by a clear act alone, such as pressing \"Accept all\"",
                        "Say what the buttons do, and that nothing is stored until then.");
    }
}

constexpr std::string_view kAccept = "\"Accept all\"", kReject = "\"Reject all\"";

void p020(const Check& check) {
    check_labels(check, "reject-all", &Phrases::emotive, " works on the feelings of who refuses.", kReject);
    check_labels(check, "accept-all", &Phrases::accept, " doesn't say that pressing it gives consent.", kAccept);
}

void p021(const Check& check) {
    check_labels(check, "reject-all", &Phrases::indirect, " doesn't say that pressing it refuses.", kReject);
}

void p028(const Check& check) {
    const auto& actions = check.document.banner.plain.actions;
    const auto has = [&](policy::Action action) { return std::find(actions.begin(), actions.end(), action) != actions.end(); };
    if (check.document.banner.plain.layout == policy::Layout::modal && !has(policy::Action::reject_all) && !has(policy::Action::preferences))
        check.found(check.document.tree->root()->find("banner")->find("actions"),
                    "The banner bars the page, and the only way past it is to accept.", "\"reject-all\" beside \"accept-all\"",
                    "Let visitors past who refuse; or use a layout that leaves the page usable.");
    for (const auto& [text, phrases, at] : wordings(check.document))
        if (const std::string_view wall = find_phrase(text, phrases.wall, phrases.negation); !wall.empty())
            check.found(at, say({"This makes consent the price of entry (", quote(wall), "); consent that is not free is none."}),
                        "access for who refuses, too",
                        "Let visitors in who refuse; an equal alternative goes into \"lint\".\"silence\" as the reason.");
}

constexpr std::array kRules = {
    Rule{"P019", Severity::error, kEverywhere, "GDPR art 4(11); EDPB Guidelines 05/2020 para 86", p019},
    Rule{"P020", Severity::warning, kEverywhere, "EDPB Guidelines 03/2022, stirring; 4 CCR 904-3-7.09", p020},
    Rule{"P021", Severity::warning, kEverywhere, "EDPB Guidelines 03/2022, left in the dark; GDPR art 7(2)", p021},
    Rule{"P028", Severity::error, kEu | kUk, "EDPB Guidelines 05/2020 paras 39 to 41; EDPB Opinion 08/2024; GDPR art 7(4)", p028},
};

}  // namespace

std::span<const Rule> wording_rules() { return kRules; }

}  // namespace assent::author
