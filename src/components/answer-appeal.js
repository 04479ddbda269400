// The message to readers: hidden before it is painted where the reader has answered it, and the two
// ways of saying not now. The answer is a moment until which it stays away, kept in this browser
// only. Where storage is refused the answer holds for this page.
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
      // The page remembers it by itself.
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
