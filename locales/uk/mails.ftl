### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Добрий день!
mail-greeting-named = Добрий день, { $name }!
mail-footer = Сайт { $app_name } надіслав цей лист на адресу { $email }.
mail-link-in-full = Якщо кнопка не працює, скопіюйте цю адресу у браузер:
mail-link-hours = Посилання одноразове й діє { $hours ->
    [one] { $hours } годину.
    [few] { $hours } години.
    [many] { $hours } годин.
   *[other] { $hours } години.
}
mail-link-minutes = Посилання одноразове й діє { $minutes ->
    [one] { $minutes } хвилину.
    [few] { $minutes } хвилини.
    [many] { $minutes } хвилин.
   *[other] { $minutes } хвилини.
}
mail-link-days = Посилання одноразове й діє { $days ->
    [one] { $days } день.
    [few] { $days } дні.
    [many] { $days } днів.
   *[other] { $days } дня.
}
mail-at = Коли: { $at }
mail-user-agent = Браузер: { $user_agent }
mail-address = IP-адреса: { $address }
mail-was-you = Якщо це ви, нічого робити не потрібно.
mail-not-you-undo = Якщо це не ви, поверніть собі обліковий запис. При цьому на всіх пристроях буде виконано вихід, останні зміни буде скасовано, і ви зможете вибрати новий пароль.
mail-not-you-action = Це не я
mail-not-you-reset = Якщо це не ви, можливо, хтось знає ваш пароль. Одразу виберіть новий. При цьому на всіх пристроях буде виконано вихід.
mail-not-you-contact = Якщо це не ви, можливо, хтось знає ваш пароль. Повідомте про це адміністрацію сайту.
mail-forgot-page-action = Вибрати новий пароль

## registered

mail-registered-subject = Вітаємо на сайті { $app_name }
mail-registered-body = Дякуємо, що створили обліковий запис на сайті { $app_name }.
mail-registered-not-you = Якщо ви не створювали цей обліковий запис, не зважайте на цей лист. Без вашого підтвердження адреса не використовується.
mail-registered-not-you-open = Якщо ви не створювали цей обліковий запис, хтось помилково вказав вашу адресу. На цей лист можна не зважати.

## already_registered

mail-already-registered-subject = Ви вже маєте обліковий запис на сайті { $app_name }
mail-already-registered-body = Хтось, імовірно ви, щойно вказав цю адресу на сайті { $app_name }, щоб використати її для облікового запису. Вона вже належить вашому, тому нічого не змінилося. Можна просто ввійти.
mail-already-registered-forgot = Забули пароль? Виберіть новий.
mail-already-registered-not-you = Якщо це не ви, на цей лист можна не зважати. Той, хто намагався це зробити, не дізнався, що ви маєте обліковий запис.

## confirm_email

mail-confirm-email-subject = Підтвердьте електронну адресу для сайту { $app_name }
mail-confirm-body = Підтвердьте, що ця електронна адреса належить вам.
mail-confirm-action = Підтвердити адресу
mail-confirm-not-you = Якщо ви не просили про цей лист, на нього можна не зважати.

## forgot_password

mail-forgot-password-subject = Новий пароль для сайту { $app_name }
mail-forgot-password-body = Хтось, сподіваємося, що ви, просить новий пароль для вашого облікового запису на сайті { $app_name }.
mail-forgot-password-action = Вибрати новий пароль
mail-forgot-password-not-you = Якщо це не ви, не зважайте на цей лист. Пароль залишиться без змін.

## password_changed

mail-password-changed-subject = Ваш пароль на сайті { $app_name } змінено
mail-password-changed-body = Пароль вашого облікового запису на сайті { $app_name } змінено.

## recovery_codes_made

mail-recovery-codes-made-subject = Нові коди відновлення на сайті { $app_name }
mail-recovery-codes-made-body = Для вашого облікового запису на сайті { $app_name } створено нові коди відновлення. Попередніми ще певний час можна повернути доступ до облікового запису.

## recovery_code_used

mail-recovery-code-used-subject = На сайті { $app_name } використано код відновлення
mail-recovery-code-used-body = Використано один із кодів відновлення вашого облікового запису на сайті { $app_name }.

## totp_added

mail-totp-added-subject = На сайті { $app_name } підключено застосунок-автентифікатор
mail-totp-added-body = До вашого облікового запису на сайті { $app_name } підключено застосунок-автентифікатор. Відтепер під час входу запитується його код.

## totp_removed

mail-totp-removed-subject = На сайті { $app_name } видалено застосунок-автентифікатор
mail-totp-removed-body = З вашого облікового запису на сайті { $app_name } видалено застосунок-автентифікатор. Його коди більше не діють.

## second_step_refused

mail-second-step-refused-subject = Можливо, хтось знає ваш пароль на сайті { $app_name }
mail-second-step-refused-body = Хтось пройшов перший крок входу до вашого облікового запису на сайті { $app_name }, а потім кілька разів увів неправильний код. Увійти не вдалося.

## second_step_reset

mail-second-step-reset-subject = Другий крок входу на сайті { $app_name } скидається
mail-second-step-reset-body = Адміністратор видаляє застосунки-автентифікатори з вашого облікового запису на сайті { $app_name }. Якщо застосунок ще у вас, увійдіть із його допомогою, і видалення буде скасовано.
mail-second-step-reset-due = З { $due } для входу достатньо пароля.

## username_changed

mail-username-changed-subject = Ваше ім’я користувача на сайті { $app_name } змінено
mail-username-changed-body = Ім’я користувача вашого облікового запису на сайті { $app_name } тепер таке: { $username }.

## email_added

mail-email-added-subject = Нова адреса для вашого облікового запису на сайті { $app_name }
mail-email-added-body = { $address } вказано як нову адресу для вашого облікового запису на сайті { $app_name }. Нею можна буде користуватися після підтвердження.

## email_confirmed

mail-email-confirmed-subject = Адресу вашого облікового запису на сайті { $app_name } підтверджено
mail-email-confirmed-body = Адресу { $address } підтверджено, тепер нею можна користуватися для вашого облікового запису на сайті { $app_name }.

## email_removed

mail-email-removed-subject = З вашого облікового запису на сайті { $app_name } видалено адресу
mail-email-removed-body = Адресу { $address } видалено з вашого облікового запису на сайті { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Адресу вашого облікового запису на сайті { $app_name } змінено
mail-primary-email-changed-body = Тепер листи про ваш обліковий запис на сайті { $app_name } надходитимуть на адресу { $address }.

## new_sign_in

mail-new-sign-in-subject = Новий вхід на сайт { $app_name }
mail-new-sign-in-body = До вашого облікового запису на сайті { $app_name } увійшли з пристрою, якого ми раніше не бачили.

## session_revoked

mail-session-revoked-subject = Ми завершили сеанс на одному з ваших пристроїв на сайті { $app_name }
mail-session-revoked-body = Хтось скористався старою копією сеансу одного з ваших пристроїв. Можливо, це відновлена резервна копія, але можлива й крадіжка, тому ми завершили сеанс цього пристрою на сайті { $app_name }.
mail-session-revoked-advice = Ваш пароль при цьому не використовувався. Ви можете ввійти знову:
mail-session-revoked-reset = Якщо ви більше не довіряєте цьому пристрою, виберіть і новий пароль. При цьому на всіх пристроях буде виконано вихід.

## account_deleted

mail-unexpected-contact = Якщо ви цього не очікували, повідомте адміністрацію сайту.
mail-account-deleted-subject = Ваш обліковий запис на сайті { $app_name } видалено
mail-account-deleted-body = Ваш обліковий запис на сайті { $app_name } видалено разом з усім, що до нього належало. Листів про нього більше не буде.

## deletion_scheduled

mail-deletion-scheduled-subject = Ваш обліковий запис на сайті { $app_name } буде видалено
mail-deletion-scheduled-body = Ваш обліковий запис на сайті { $app_name } буде видалено разом з усім, що до нього належить: { $due }.
mail-deletion-scheduled-until = Бажаєте його зберегти? Увійдіть до того часу:

## deletion_cancelled

mail-deletion-cancelled-subject = Ваш обліковий запис на сайті { $app_name } залишається
mail-deletion-cancelled-body = Ваш обліковий запис на сайті { $app_name } мали видалити. Видалення скасовано: усе залишається як є.

## export_ready

mail-export-ready-subject = Ваші дані з { $app_name } готові
mail-export-ready-body = Дані, які ви запитали в { $app_name }, готові. Увійдіть, щоб завантажити їх.

## invite

mail-invite-subject = Вас запрошують на сайт { $app_name }
mail-invite-body = Вас запрошують на сайт { $app_name }.
mail-invite-body-by = { $inviter } запрошує вас на сайт { $app_name }.
mail-invite-action = Прийняти запрошення
mail-invite-not-you = Якщо ви не знаєте, про що йдеться, на цей лист можна не зважати. Без вас нічого не буде створено.
