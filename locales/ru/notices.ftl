### One-time messages at the top of the next page.

notice-registered-confirm = Почти готово! Мы отправили вам письмо со ссылкой. Откройте её, чтобы подтвердить адрес.
notice-registered = Аккаунт создан. Теперь можно войти.
notice-email-confirmed = Адрес электронной почты подтверждён.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Если этот адрес ещё не подтверждён, письмо с новой ссылкой уже в пути. Проверьте и папку «Спам».
notice-signed-in = Вы вошли в аккаунт.
notice-signed-out = Вы вышли из аккаунта.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Если с этим адресом связан аккаунт, письмо со ссылкой уже в пути. Проверьте и папку «Спам».
notice-password-reset = Новый пароль сохранён.
notice-password-changed = Пароль изменён. На всех остальных устройствах выполнен выход.
notice-totp-added = Приложение-аутентификатор подключено. Теперь при входе мы будем запрашивать его код.
notice-totp-renamed = Название сохранено.
notice-totp-removed = Приложение удалено. Его коды больше не действуют.
notice-device-forgotten = Устройство больше не доверенное. На нём снова будет запрашиваться код.
notice-second-factor-required = Этот сайт требует от вас второго шага при входе. Подключите приложение-аутентификатор.
notice-second-step-gone = Войдите ещё раз: код вводился слишком долго или неверных кодов было слишком много.
notice-recovery-code-used = { $left ->
    [0] Это был ваш последний код восстановления. Создайте новые.
    [one] Этот код больше не действует. Остался { $left } код.
    [few] Этот код больше не действует. Осталось { $left } кода.
    [many] Этот код больше не действует. Осталось { $left } кодов.
   *[other] Этот код больше не действует. Осталось { $left } кода.
}
notice-export-asked = Мы готовим ваши данные. Когда они будут готовы, вы получите письмо.
notice-deletion-scheduled = Вы вышли. Ваша учётная запись будет удалена: { $due }. До этого вы можете войти и сохранить её.
notice-account-deleted = Ваша учётная запись удалена.
notice-account-kept = Ваша учётная запись сохранена.
notice-username-changed = Теперь ваше имя пользователя — { $username }.
notice-email-added = Мы отправили письмо со ссылкой на адрес { $address }. Откройте её, чтобы подтвердить этот адрес.
notice-email-removed = Адрес { $address } удалён из вашего аккаунта.
notice-primary-email-changed = Теперь письма об аккаунте будут приходить на адрес { $address }.
notice-email-change-undone = Аккаунт снова ваш, на всех устройствах выполнен выход. Теперь выберите новый пароль.
notice-addresses-doubtful = Подтвердите ещё раз адреса, добавленные в последние дни, и удалите те, которые вам не принадлежат.
notice-sign-in-required = Войдите, чтобы открыть эту страницу.
notice-sign-in-again = Чтобы продолжить, введите пароль ещё раз.
notice-not-allowed = У вашего аккаунта нет доступа к этой странице.
notice-email-not-confirmed = Сначала подтвердите адрес электронной почты.
notice-session-revoked = Сеанс в выбранном браузере завершён.
notice-sessions-revoked = Сеансы во всех остальных браузерах завершены.
notice-link-invalid = Эта ссылка не работает. Возможно, она неполная или её заменила более новая.
notice-link-expired = Срок действия этой ссылки истёк. Запросите новую.
notice-link-used = Эта ссылка уже использована.
notice-link-not-here = В этом браузере больше нет ссылки для этой страницы. Откройте ссылку из письма ещё раз.
notice-profile-saved = Профиль сохранён.
notice-invitation-sent = Приглашение на адрес { $address } уже в пути.
notice-invitation-revoked = Приглашение на адрес { $address } больше не действует.
notice-invitation-accepted = Приглашение принято.
notice-invitation-required = Чтобы создать здесь аккаунт, нужно приглашение.
notice-invitation-invalid = Это приглашение не действует. Возможно, оно неполное, отозвано или заменено более новым.
notice-invitation-expired = Срок действия этого приглашения истёк. Попросите новое.
notice-invitation-used = Это приглашение уже использовано.
notice-picture-saved = Фото сохранено.
notice-picture-removed = Фото удалено.
