// The site's own work: the call-back form. It must go on whatever the visitor says about cookies. The form guard, a cookie the site needs
// (strictly necessary), keeps one form from being sent twice.
const form = document.getElementById('callback');
form.addEventListener('submit', (event) => {
  event.preventDefault();
  const said = form.querySelector('output');
  if (/(^|; )form_guard=/.test(document.cookie)) said.textContent = 'We have your number and will call.';
  else {
    document.cookie = 'form_guard=1; path=/; max-age=600; samesite=lax';
    said.textContent = `Thank you, ${new FormData(form).get('name')}. We will call within the hour.`;
  }
});
