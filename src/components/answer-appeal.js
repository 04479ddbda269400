// The message to readers stays away until the moment that an answer set. Only this browser knows it.
(function () {
  var appeal = document.getElementById('press-appeal');
  var key = appeal.getAttribute('data-key');
  var day = 86400000;
  var days = { later: Number(appeal.getAttribute('data-days')), never: 365 };

  function hiddenUntil() {
    try {
      return Number(localStorage.getItem(key)) || 0;
    } catch (refused) {
      return 0;
    }
  }

  // A clock that was set wrong must not hide the message for ever.
  var until = hiddenUntil();
  if (until > Date.now() && until <= Date.now() + days.never * day) {
    appeal.hidden = true;
    return;
  }

  function answer(name) {
    try {
      localStorage.setItem(key, String(Date.now() + days[name] * day));
    } catch (refused) {
      // It holds for this page.
    }
    appeal.querySelector('.appeal-letter').hidden = true;
    var done = appeal.querySelector('[data-done="' + name + '"]');
    done.hidden = false;
    done.focus({ preventScroll: true });
  }

  var buttons = appeal.querySelectorAll('[data-answer]');
  for (var i = 0; i < buttons.length; i += 1) {
    buttons[i].hidden = false;
    buttons[i].addEventListener('click', function () {
      answer(this.getAttribute('data-answer'));
    });
  }

  // Answered in another tab.
  addEventListener('storage', function (event) {
    if (event.key === key && hiddenUntil() > Date.now()) appeal.hidden = true;
  });
})();
