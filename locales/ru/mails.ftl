### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Здравствуйте!
mail-greeting-named = Здравствуйте, { $name }!
mail-footer = Сайт { $app_name } отправил это письмо на адрес { $email }.
mail-link-in-full = Если кнопка не работает, скопируйте этот адрес в браузер:
mail-link-hours = Ссылка одноразовая и действует { $hours ->
    [one] { $hours } час.
    [few] { $hours } часа.
    [many] { $hours } часов.
   *[other] { $hours } часа.
}
mail-link-minutes = Ссылка одноразовая и действует { $minutes ->
    [one] { $minutes } минуту.
    [few] { $minutes } минуты.
    [many] { $minutes } минут.
   *[other] { $minutes } минуты.
}
mail-link-days = Ссылка одноразовая и действует { $days ->
    [one] { $days } день.
    [few] { $days } дня.
    [many] { $days } дней.
   *[other] { $days } дня.
}
mail-at = Когда: { $at }
mail-user-agent = Браузер: { $user_agent }
mail-address = IP-адрес: { $address }
mail-was-you = Если это вы, ничего делать не нужно.
mail-not-you-undo = Если это не вы, верните себе аккаунт. При этом на всех устройствах будет выполнен выход, последние изменения будут отменены, и вы сможете выбрать новый пароль.
mail-not-you-action = Это не я
mail-not-you-reset = Если это не вы, возможно, кто-то знает ваш пароль. Сразу выберите новый. При этом на всех устройствах будет выполнен выход.
mail-not-you-contact = Если это не вы, возможно, кто-то знает ваш пароль. Сообщите об этом администрации сайта.
mail-forgot-page-action = Выбрать новый пароль

## registered

mail-registered-subject = Добро пожаловать на сайт { $app_name }
mail-registered-body = Спасибо, что создали аккаунт на сайте { $app_name }.
mail-registered-not-you = Если вы не создавали этот аккаунт, не обращайте внимания на это письмо. Без вашего подтверждения адрес не используется.
mail-registered-not-you-open = Если вы не создавали этот аккаунт, кто-то указал ваш адрес по ошибке. На это письмо можно не обращать внимания.

## already_registered

mail-already-registered-subject = У вас уже есть аккаунт на сайте { $app_name }
mail-already-registered-body = Кто-то, вероятно вы, только что указал этот адрес на сайте { $app_name }, чтобы использовать его для аккаунта. Он уже принадлежит вашему, поэтому ничего не изменилось. Можно просто войти.
mail-already-registered-forgot = Забыли пароль? Выберите новый.
mail-already-registered-not-you = Если это не вы, на это письмо можно не обращать внимания. Тот, кто пытался это сделать, не узнал, что у вас есть аккаунт.

## confirm_email

mail-confirm-email-subject = Подтвердите адрес электронной почты для сайта { $app_name }
mail-confirm-body = Подтвердите, что этот адрес электронной почты принадлежит вам.
mail-confirm-action = Подтвердить адрес
mail-confirm-not-you = Если вы не запрашивали это письмо, на него можно не обращать внимания.

## forgot_password

mail-forgot-password-subject = Новый пароль для сайта { $app_name }
mail-forgot-password-body = Кто-то, надеемся, что вы, запрашивает новый пароль для вашего аккаунта на сайте { $app_name }.
mail-forgot-password-action = Выбрать новый пароль
mail-forgot-password-not-you = Если это не вы, не обращайте внимания на это письмо. Пароль останется прежним.

## password_changed

mail-password-changed-subject = Ваш пароль на сайте { $app_name } изменён
mail-password-changed-body = Пароль вашего аккаунта на сайте { $app_name } изменён.

## recovery_codes_made

mail-recovery-codes-made-subject = Новые коды восстановления на сайте { $app_name }
mail-recovery-codes-made-body = Для вашего аккаунта на сайте { $app_name } созданы новые коды восстановления. Какое-то время прежними ещё можно вернуть доступ к аккаунту.

## recovery_code_used

mail-recovery-code-used-subject = На сайте { $app_name } использован код восстановления
mail-recovery-code-used-body = Использован один из кодов восстановления вашего аккаунта на сайте { $app_name }.

## totp_added

mail-totp-added-subject = На сайте { $app_name } подключено приложение-аутентификатор
mail-totp-added-body = К вашему аккаунту на сайте { $app_name } подключено приложение-аутентификатор. Теперь при входе запрашивается его код.

## totp_removed

mail-totp-removed-subject = На сайте { $app_name } удалено приложение-аутентификатор
mail-totp-removed-body = Из вашего аккаунта на сайте { $app_name } удалено приложение-аутентификатор. Его коды больше не действуют.

## second_step_refused

mail-second-step-refused-subject = Возможно, кто-то знает ваш пароль на сайте { $app_name }
mail-second-step-refused-body = Кто-то прошёл первый шаг входа в ваш аккаунт на сайте { $app_name }, а затем несколько раз ввёл неверный код. Войти не удалось.

## second_step_reset

mail-second-step-reset-subject = Второй шаг входа на сайте { $app_name } сбрасывается
mail-second-step-reset-body = Администратор удаляет приложения-аутентификаторы из вашего аккаунта на сайте { $app_name }. Если приложение ещё у вас, войдите с его помощью, и удаление будет отменено.
mail-second-step-reset-due = С { $due } для входа достаточно пароля.

## username_changed

mail-username-changed-subject = Ваше имя пользователя на сайте { $app_name } изменено
mail-username-changed-body = Имя пользователя вашего аккаунта на сайте { $app_name } теперь такое: { $username }.

## email_added

mail-email-added-subject = Новый адрес для вашего аккаунта на сайте { $app_name }
mail-email-added-body = { $address } указан как новый адрес для вашего аккаунта на сайте { $app_name }. Им можно будет пользоваться после подтверждения.

## email_confirmed

mail-email-confirmed-subject = Адрес вашего аккаунта на сайте { $app_name } подтверждён
mail-email-confirmed-body = Адрес { $address } подтверждён, теперь им можно пользоваться для вашего аккаунта на сайте { $app_name }.

## email_removed

mail-email-removed-subject = Из вашего аккаунта на сайте { $app_name } удалён адрес
mail-email-removed-body = Адрес { $address } удалён из вашего аккаунта на сайте { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Адрес вашего аккаунта на сайте { $app_name } изменён
mail-primary-email-changed-body = Теперь письма о вашем аккаунте на сайте { $app_name } будут приходить на адрес { $address }.

## new_sign_in

mail-new-sign-in-subject = Новый вход на сайт { $app_name }
mail-new-sign-in-body = В ваш аккаунт на сайте { $app_name } вошли с устройства, которого мы раньше не видели.

## session_revoked

mail-session-revoked-subject = Мы завершили сеанс на одном из ваших устройств на сайте { $app_name }
mail-session-revoked-body = Кто-то воспользовался старой копией сеанса одного из ваших устройств. Возможно, это восстановленная резервная копия, но возможна и кража, поэтому мы завершили сеанс этого устройства на сайте { $app_name }.
mail-session-revoked-advice = Ваш пароль при этом не использовался. Вы можете войти снова:
mail-session-revoked-reset = Если вы больше не доверяете этому устройству, выберите и новый пароль. При этом на всех устройствах будет выполнен выход.

## account_deleted

mail-unexpected-contact = Если вы этого не ожидали, сообщите администрации сайта.
mail-account-deleted-subject = Ваш аккаунт на сайте { $app_name } удалён
mail-account-deleted-body = Ваш аккаунт на сайте { $app_name } удалён вместе со всем, что к нему относилось. Писем о нём больше не будет.

## deletion_scheduled

mail-deletion-scheduled-subject = Ваш аккаунт на сайте { $app_name } будет удалён
mail-deletion-scheduled-body = Ваш аккаунт на сайте { $app_name } будет удалён вместе со всем, что к нему относится: { $due }.
mail-deletion-scheduled-until = Хотите её сохранить? Войдите до этого времени:

## deletion_cancelled

mail-deletion-cancelled-subject = Ваш аккаунт на сайте { $app_name } сохранён
mail-deletion-cancelled-body = Ваш аккаунт на сайте { $app_name } собирались удалить. Удаление отменено: всё остаётся как есть.

## export_ready

mail-export-ready-subject = Ваши данные из { $app_name } готовы
mail-export-ready-body = Данные, которые вы запросили в { $app_name }, готовы. Войдите, чтобы скачать их.

## invite

mail-invite-subject = Вас приглашают на сайт { $app_name }
mail-invite-body = Вас приглашают на сайт { $app_name }.
mail-invite-body-by = { $inviter } приглашает вас на сайт { $app_name }.
mail-invite-action = Принять приглашение
mail-invite-not-you = Если вы не знаете, о чём речь, на это письмо можно не обращать внимания. Без вас ничего не будет создано.
