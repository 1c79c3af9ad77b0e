// The image: what goes in comes out, and nothing but what went in ever does.
#include "policy/image.h"

#include <gtest/gtest.h>

#include "base/bytes.h"
#include "base/checksum.h"
#include "sample.h"

namespace assent::policy {
namespace {

std::vector<std::string> strings(Strings list) { return {list.begin(), list.end()}; }

// The image with its length and checksum made right again, as someone who means to mislead the reader would.
std::string resealed(std::string image) {
    std::string length;
    base::put_le(length, image.size(), 4);
    image.replace(8, 4, length);
    std::string sum;
    base::put_le(sum, base::crc32(image.substr(16), base::crc32(image.substr(0, 12))), 4);
    return image.replace(12, 4, sum);
}

void expect_empty(const Image& image) {
    EXPECT_TRUE(image.categories().empty());
    EXPECT_TRUE(image.services().empty());
    EXPECT_TRUE(image.languages().empty());
}

TEST(Image, CarriesThePolicy) {
    const Policy policy = sample::policy();
    const std::string bytes = encode(policy);
    Image image;
    ASSERT_EQ(image.open(bytes), ImageError::none);

    EXPECT_EQ(image.fingerprint(), policy.fingerprint);
    EXPECT_EQ(image.site_name(), policy.site.name);
    EXPECT_EQ(image.site_url(), policy.site.url);
    EXPECT_EQ(image.policy_url(), policy.site.policy_url);
    EXPECT_EQ(image.cookie_page_url(), policy.site.cookie_page_url);
    EXPECT_EQ(strings(image.own_hosts()), policy.site.hosts);
    EXPECT_EQ(image.record_cookie(), policy.record.cookie);
    EXPECT_EQ(image.record_domain(), policy.record.domain);
    EXPECT_EQ(image.record_path(), policy.record.path);
    EXPECT_EQ(image.record_lifetime(), policy.record.lifetime);
    EXPECT_EQ(image.grade(), policy.gate.grade);
    EXPECT_EQ(image.unclassified_category(), policy.gate.unclassified);
    EXPECT_EQ(image.hold_undeclared(), policy.gate.hold_undeclared);

    ASSERT_EQ(image.jurisdictions().size(), policy.jurisdictions.size());
    for (std::size_t i = 0; i < policy.jurisdictions.size(); ++i) {
        EXPECT_EQ(image.jurisdictions()[i].id, policy.jurisdictions[i].id);
        EXPECT_EQ(strings(image.jurisdictions()[i].regions), policy.jurisdictions[i].regions);
        EXPECT_EQ(image.jurisdictions()[i].mode, policy.jurisdictions[i].mode);
    }
    ASSERT_EQ(image.categories().size(), policy.categories.size());
    for (std::size_t i = 0; i < policy.categories.size(); ++i) {
        EXPECT_EQ(image.categories()[i].id, policy.categories[i].id);
        EXPECT_EQ(image.categories()[i].exempt, policy.categories[i].exempt);
        EXPECT_EQ(image.categories()[i].objectable, policy.categories[i].objectable);
        EXPECT_EQ(image.categories()[i].default_denied, policy.categories[i].default_denied);
        EXPECT_EQ(image.categories()[i].shared, policy.categories[i].shared);
    }
    ASSERT_EQ(image.services().size(), policy.services.size());
    for (std::size_t i = 0; i < policy.services.size(); ++i) {
        const Image::Service& read = image.services()[i];
        const Service& written = policy.services[i];
        EXPECT_EQ(read.id, written.id);
        EXPECT_EQ(read.category, written.category);
        EXPECT_EQ(read.provider, written.provider);
        EXPECT_EQ(read.privacy_url, written.privacy_url);
        EXPECT_EQ(strings(read.urls), written.urls);
        EXPECT_EQ(strings(read.inline_signatures), written.inline_signatures);
        EXPECT_EQ(strings(read.cookies), written.cookies);
        for (std::size_t type = 0; type < 4; ++type) EXPECT_EQ(strings(read.storage[type]), written.storage[type]);
        ASSERT_EQ(read.opt_out_urls.size(), written.opt_outs.size());
        for (std::size_t k = 0; k < written.opt_outs.size(); ++k) EXPECT_EQ(read.opt_out_urls[k], written.opt_outs[k].url);
    }
    EXPECT_EQ(image.layout(), policy.banner.layout);
    EXPECT_EQ(image.position(), policy.banner.position);
    EXPECT_EQ(image.density(), policy.banner.density);
    EXPECT_EQ(std::vector<Action>(image.actions().begin(), image.actions().end()), policy.banner.actions);
    EXPECT_TRUE(std::equal(image.preferences_actions().begin(), image.preferences_actions().end(), policy.banner.preferences_actions.begin()));
    EXPECT_EQ(image.reopen(), policy.banner.reopen);
    EXPECT_EQ(image.reopen_position(), policy.banner.reopen_position);
    ASSERT_EQ(image.theme().size(), 2 * policy.banner.theme.size());
    EXPECT_EQ(image.theme()[0], policy.banner.theme[0][0]);
    EXPECT_EQ(image.theme()[1], policy.banner.theme[0][1]);
}

TEST(Image, FindsEachTextInEachLanguage) {
    const Policy policy = sample::policy();
    const std::string bytes = encode(policy);
    Image image;
    ASSERT_EQ(image.open(bytes), ImageError::none);
    ASSERT_EQ(image.languages().size(), policy.languages.size());
    for (std::size_t l = 0; l < policy.languages.size(); ++l) {
        EXPECT_EQ(image.languages()[l], policy.languages[l].tag);
        for (std::size_t k = 0; k < kTextKeyCount; ++k) EXPECT_EQ(image.text(l, static_cast<TextKey>(k)), policy.languages[l].texts[k]);
        for (std::size_t c = 0; c < policy.categories.size(); ++c) {
            EXPECT_EQ(image.category_title(l, c), policy.categories[c].title[l]);
            EXPECT_EQ(image.category_description(l, c), policy.categories[c].description[l]);
        }
        for (std::size_t s = 0; s < policy.services.size(); ++s) {
            EXPECT_EQ(image.service_title(l, s), policy.services[s].title[l]);
            EXPECT_EQ(image.service_description(l, s), policy.services[s].description[l]);
            for (std::size_t k = 0; k < policy.services[s].opt_outs.size(); ++k)
                EXPECT_EQ(image.opt_out_title(l, s, k), policy.services[s].opt_outs[k].title[l]);
        }
        for (std::size_t k = 0; k < policy.banner.links.size(); ++k) EXPECT_EQ(image.link_title(l, k), policy.banner.links[k].title[l]);
    }
}

TEST(Image, IsTheSameForTheSamePolicy) { EXPECT_EQ(encode(sample::policy()), encode(sample::policy())); }

TEST(Image, RefusesEveryFlippedBit) {
    const std::string bytes = encode(sample::policy());
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int bit = 0; bit < 8; ++bit) {
            std::string damaged = bytes;
            damaged[at] = static_cast<char>(damaged[at] ^ (1 << bit));
            Image image;
            ASSERT_NE(image.open(damaged), ImageError::none) << "byte " << at << " bit " << bit;
        }
    }
}

TEST(Image, RefusesEveryCut) {
    const std::string bytes = encode(sample::policy());
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        Image image;
        const ImageError error = image.open(std::string_view(bytes).substr(0, size));
        ASSERT_EQ(error, ImageError::truncated) << size;
        expect_empty(image);
    }
    Image image;
    EXPECT_EQ(image.open(bytes + '\0'), ImageError::truncated);
}

TEST(Image, SaysWhatIsWrong) {
    const std::string bytes = encode(sample::policy());
    Image image;
    EXPECT_EQ(image.open("<!doctype html><title>404</title>"), ImageError::foreign);
    std::string newer = bytes;
    newer[4] = static_cast<char>(kImageVersion + 1);
    EXPECT_EQ(image.open(newer), ImageError::checksum);
    EXPECT_EQ(image.open(resealed(newer)), ImageError::version);
    EXPECT_EQ(code_of(ImageError::version), "image-version");
    EXPECT_EQ(code_of(ImageError::truncated), "image-truncated");
}

// A sum that is right proves nothing about what was summed: every byte replaced by others, under a right sum, must be read within bounds
// (the sanitizers watch) or be refused, and what is read must be usable everywhere.
TEST(Image, StaysWithinItselfWhateverItHolds) {
    const std::string bytes = encode(sample::policy());
    std::size_t refused = 0;
    for (std::size_t at = 16; at < bytes.size(); ++at) {
        for (const int value : {0, 1, 0x7f, 0x80, 0xff}) {
            std::string forged = bytes;
            forged[at] = static_cast<char>(value);
            forged = resealed(forged);
            Image image;
            if (image.open(forged) != ImageError::none) {
                ++refused;
                expect_empty(image);
                continue;
            }
            std::size_t touched = 0;
            for (std::size_t l = 0; l < image.languages().size(); ++l) {
                for (std::size_t k = 0; k < kTextKeyCount; ++k) touched += image.text(l, static_cast<TextKey>(k)).size();
                for (std::size_t c = 0; c < image.categories().size(); ++c)
                    touched += image.category_description(l, c).size() + image.exempt(c, -1);
                for (std::size_t s = 0; s < image.services().size(); ++s) touched += image.service_description(l, s).size();
                for (std::size_t k = 0; k < image.link_urls().size(); ++k) touched += image.link_title(l, k).size();
            }
            ASSERT_LE(touched, forged.size() + image.languages().size() * image.categories().size());
            for (const Image::Service& service : image.services()) ASSERT_LT(service.category, image.categories().size());
        }
    }
    EXPECT_GT(refused, 100u);
}

TEST(Image, CanBeOpenedAgain) {
    const std::string bytes = encode(sample::policy());
    Image image;
    ASSERT_EQ(image.open(bytes), ImageError::none);
    EXPECT_EQ(image.open("asnt"), ImageError::truncated);
    expect_empty(image);
    ASSERT_EQ(image.open(bytes), ImageError::none);
    EXPECT_EQ(image.services().size(), sample::policy().services.size());
}

TEST(Image, ExemptsInAnUnknownRegionOnlyWhatIsExemptInAll) {
    const std::string bytes = encode(sample::policy());
    Image image;
    ASSERT_EQ(image.open(bytes), ImageError::none);
    EXPECT_TRUE(image.exempt(sample::kNecessary, sample::kUnknown));
    EXPECT_TRUE(image.exempt(sample::kStatistics, sample::kUk));
    EXPECT_FALSE(image.exempt(sample::kStatistics, sample::kEu));
    EXPECT_FALSE(image.exempt(sample::kStatistics, sample::kUnknown));
}

TEST(PluralForms, AreTakenOneByOne) {
    std::string message;
    put_form(message, "one", "# service");
    put_form(message, "other", "# services");
    std::string_view rest = message;
    PluralForm form;
    ASSERT_TRUE(next_form(rest, form));
    EXPECT_EQ(form.name, "one");
    EXPECT_EQ(form.text, "# service");
    ASSERT_TRUE(next_form(rest, form));
    EXPECT_EQ(form.name, "other");
    EXPECT_FALSE(next_form(rest, form));
    rest = "no forms";
    EXPECT_FALSE(next_form(rest, form));
}

}  // namespace
}  // namespace assent::policy
