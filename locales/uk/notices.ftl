### One-time messages at the top of the next page.

notice-registered-confirm = Майже готово! Ми надіслали вам лист із посиланням. Відкрийте його, щоб підтвердити свою адресу.
notice-registered = Обліковий запис створено. Тепер можна ввійти.
notice-email-confirmed = Електронну адресу підтверджено.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Якщо цю адресу ще не підтверджено, лист із новим посиланням уже в дорозі. Перевірте й папку «Спам».
notice-signed-in = Ви ввійшли до облікового запису.
notice-signed-out = Ви вийшли з облікового запису.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Якщо із цією адресою пов’язано обліковий запис, лист із посиланням уже в дорозі. Перевірте й папку «Спам».
notice-password-reset = Новий пароль збережено.
notice-password-changed = Пароль змінено. На всіх інших пристроях виконано вихід.
notice-totp-added = Застосунок-автентифікатор підключено. Відтепер під час входу ми запитуватимемо його код.
notice-totp-renamed = Назву збережено.
notice-totp-removed = Застосунок видалено. Його коди більше не діють.
notice-device-forgotten = Пристрій більше не довірений. На ньому знову запитуватиметься код.
notice-second-factor-required = Цей сайт вимагає від вас другого кроку під час входу. Підключіть застосунок-автентифікатор.
notice-second-step-gone = Увійдіть ще раз: код вводився надто довго або неправильних кодів було забагато.
notice-recovery-code-used = { $left ->
    [0] Це був ваш останній код відновлення. Створіть нові.
    [one] Цей код більше не діє. Залишився { $left } код.
    [few] Цей код більше не діє. Залишилося { $left } коди.
    [many] Цей код більше не діє. Залишилося { $left } кодів.
   *[other] Цей код більше не діє. Залишилося { $left } коду.
}
notice-export-asked = Ми готуємо ваші дані. Коли вони будуть готові, ви отримаєте лист.
notice-deletion-scheduled = Ви вийшли. Ваш обліковий запис буде видалено: { $due }. До того часу ви можете ввійти й зберегти його.
notice-account-deleted = Ваш обліковий запис видалено.
notice-account-kept = Ваш обліковий запис збережено.
notice-username-changed = Тепер ваше ім’я користувача — { $username }.
notice-email-added = Ми надіслали лист із посиланням на адресу { $address }. Відкрийте його, щоб підтвердити цю адресу.
notice-email-removed = Адресу { $address } видалено з вашого облікового запису.
notice-primary-email-changed = Тепер листи про обліковий запис надходитимуть на адресу { $address }.
notice-email-change-undone = Обліковий запис знову ваш, на всіх пристроях виконано вихід. Тепер виберіть новий пароль.
notice-addresses-doubtful = Підтвердьте ще раз адреси, додані останніми днями, і вилучіть ті, які вам не належать.
notice-sign-in-required = Увійдіть, щоб відкрити цю сторінку.
notice-sign-in-again = Щоб продовжити, введіть пароль ще раз.
notice-not-allowed = Ваш обліковий запис не має доступу до цієї сторінки.
notice-email-not-confirmed = Спершу підтвердьте свою електронну адресу.
notice-session-revoked = Сеанс у вибраному браузері завершено.
notice-sessions-revoked = Сеанси в усіх інших браузерах завершено.
notice-link-invalid = Це посилання не працює. Можливо, воно неповне або його замінило новіше.
notice-link-expired = Термін дії цього посилання минув. Запросіть нове.
notice-link-used = Це посилання вже використано.
notice-link-not-here = У цьому браузері вже немає посилання для цієї сторінки. Відкрийте посилання з листа ще раз.
notice-profile-saved = Профіль збережено.
notice-invitation-sent = Запрошення на адресу { $address } уже в дорозі.
notice-invitation-revoked = Запрошення на адресу { $address } більше не діє.
notice-invitation-accepted = Запрошення прийнято.
notice-invitation-required = Щоб створити тут обліковий запис, потрібне запрошення.
notice-invitation-invalid = Це запрошення не діє. Можливо, воно неповне, відкликане або замінене новішим.
notice-invitation-expired = Термін дії цього запрошення минув. Попросіть нове.
notice-invitation-used = Це запрошення вже використано.
notice-picture-saved = Фото збережено.
notice-picture-removed = Фото видалено.
