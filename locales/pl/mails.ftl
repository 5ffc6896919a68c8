### The words of the mails. The same messages make the HTML and the text of a mail: plain text only.

## Every mail

mail-greeting = Dzień dobry!
mail-greeting-named = Dzień dobry, { $name }!
mail-footer = Tę wiadomość wysłał serwis { $app_name } na adres { $email }.
mail-link-in-full = Jeśli przycisk nie działa, skopiuj ten adres do przeglądarki:
mail-link-hours = Link jest jednorazowy i ważny przez { $hours ->
    [one] jedną godzinę.
    [few] { $hours } godziny.
    [many] { $hours } godzin.
   *[other] { $hours } godziny.
}
mail-link-minutes = Link jest jednorazowy i ważny przez { $minutes ->
    [one] jedną minutę.
    [few] { $minutes } minuty.
    [many] { $minutes } minut.
   *[other] { $minutes } minuty.
}
mail-link-days = Link jest jednorazowy i ważny przez { $days ->
    [one] jeden dzień.
    [few] { $days } dni.
    [many] { $days } dni.
   *[other] { $days } dnia.
}
mail-at = Kiedy: { $at }
mail-user-agent = Przeglądarka: { $user_agent }
mail-address = Adres IP: { $address }
mail-was-you = Jeśli to Ty, nie musisz nic robić.
mail-not-you-undo = Jeśli to nie Ty, odzyskaj konto. Spowoduje to wylogowanie wszystkich urządzeń, cofnięcie ostatnich zmian i pozwoli ustawić nowe hasło.
mail-not-you-action = To nie ja
mail-not-you-reset = Jeśli to nie Ty, ktoś może znać Twoje hasło. Od razu ustaw nowe. Spowoduje to też wylogowanie wszystkich urządzeń.
mail-not-you-contact = Jeśli to nie Ty, ktoś może znać Twoje hasło. Zgłoś to administracji serwisu.
mail-forgot-page-action = Ustaw nowe hasło

## registered

mail-registered-subject = Witamy w serwisie { $app_name }
mail-registered-body = Dziękujemy za założenie konta w serwisie { $app_name }.
mail-registered-not-you = Jeśli to nie Ty zakładasz to konto, zignoruj tę wiadomość. Bez potwierdzenia adres nie będzie używany.
mail-registered-not-you-open = Jeśli to nie Ty zakładasz to konto, ktoś przez pomyłkę podał Twój adres. Możesz zignorować tę wiadomość.

## already_registered

mail-already-registered-subject = Masz już konto w serwisie { $app_name }
mail-already-registered-body = Ktoś, zapewne Ty, właśnie podał ten adres w serwisie { $app_name }, aby użyć go do konta. Adres już należy do Twojego konta, więc nic się nie zmieniło. Wystarczy się zalogować.
mail-already-registered-forgot = Nie pamiętasz hasła? Ustaw nowe.
mail-already-registered-not-you = Jeśli to nie Ty, możesz zignorować tę wiadomość. Osoba, która próbowała, nie wie, że masz konto.

## confirm_email

mail-confirm-email-subject = Potwierdź adres e-mail w serwisie { $app_name }
mail-confirm-body = Potwierdź, że ten adres e-mail należy do Ciebie.
mail-confirm-action = Potwierdź adres e-mail
mail-confirm-not-you = Jeśli ta prośba nie pochodzi od Ciebie, możesz zignorować tę wiadomość.

## forgot_password

mail-forgot-password-subject = Nowe hasło w serwisie { $app_name }
mail-forgot-password-body = Ktoś, mamy nadzieję, że Ty, prosi o nowe hasło do Twojego konta w serwisie { $app_name }.
mail-forgot-password-action = Ustaw nowe hasło
mail-forgot-password-not-you = Jeśli to nie Ty, zignoruj tę wiadomość. Hasło pozostanie bez zmian.

## password_changed

mail-password-changed-subject = Zmieniono Twoje hasło w serwisie { $app_name }
mail-password-changed-body = Hasło do Twojego konta w serwisie { $app_name } zostało zmienione.

## recovery_codes_made

mail-recovery-codes-made-subject = Nowe kody odzyskiwania w serwisie { $app_name }
mail-recovery-codes-made-body = Utworzono nowe kody odzyskiwania dla Twojego konta w serwisie { $app_name }. Przez pewien czas wcześniejsze nadal pozwolą Ci odzyskać konto.

## recovery_code_used

mail-recovery-code-used-subject = Użyto kodu odzyskiwania w serwisie { $app_name }
mail-recovery-code-used-body = Użyto jednego z kodów odzyskiwania Twojego konta w serwisie { $app_name }.

## totp_added

mail-totp-added-subject = Skonfigurowano aplikację uwierzytelniającą w serwisie { $app_name }
mail-totp-added-body = Dla Twojego konta w serwisie { $app_name } skonfigurowano aplikację uwierzytelniającą. Od teraz przy logowaniu potrzebny jest jej kod.

## totp_removed

mail-totp-removed-subject = Usunięto aplikację uwierzytelniającą w serwisie { $app_name }
mail-totp-removed-body = Z Twojego konta w serwisie { $app_name } usunięto aplikację uwierzytelniającą. Jej kody przestały działać.

## second_step_refused

mail-second-step-refused-subject = Ktoś może znać Twoje hasło w serwisie { $app_name }
mail-second-step-refused-body = Ktoś przeszedł pierwszy krok logowania na Twoje konto w serwisie { $app_name }, a potem kilka razy podał błędny kod. Nie udało mu się wejść.

## second_step_reset

mail-second-step-reset-subject = Drugi krok logowania w serwisie { $app_name } zostanie zresetowany
mail-second-step-reset-body = Administrator usuwa aplikacje uwierzytelniające z Twojego konta w serwisie { $app_name }. Jeśli nadal masz swoją aplikację, zaloguj się z jej użyciem, a usunięcie zostanie odwołane.
mail-second-step-reset-due = Od { $due } do zalogowania wystarczy hasło.

## username_changed

mail-username-changed-subject = Zmieniono Twoją nazwę użytkownika w serwisie { $app_name }
mail-username-changed-body = Nazwa użytkownika Twojego konta w serwisie { $app_name } to teraz { $username }.

## email_added

mail-email-added-subject = Nowy adres do Twojego konta w serwisie { $app_name }
mail-email-added-body = { $address } podano jako nowy adres do Twojego konta w serwisie { $app_name }. Będzie można go używać po potwierdzeniu.

## email_confirmed

mail-email-confirmed-subject = Potwierdzono adres Twojego konta w serwisie { $app_name }
mail-email-confirmed-body = Adres { $address } został potwierdzony i można go już używać do Twojego konta w serwisie { $app_name }.

## email_removed

mail-email-removed-subject = Usunięto adres z Twojego konta w serwisie { $app_name }
mail-email-removed-body = Adres { $address } został usunięty z Twojego konta w serwisie { $app_name }.

## primary_email_changed

mail-primary-email-changed-subject = Zmieniono adres Twojego konta w serwisie { $app_name }
mail-primary-email-changed-body = Wiadomości dotyczące Twojego konta w serwisie { $app_name } będą teraz przychodzić na adres { $address }.

## new_sign_in

mail-new-sign-in-subject = Nowe logowanie w serwisie { $app_name }
mail-new-sign-in-body = Twojego konta w serwisie { $app_name } użyto na urządzeniu, którego dotąd nie znaliśmy.

## session_revoked

mail-session-revoked-subject = Wylogowaliśmy jedno z Twoich urządzeń z serwisu { $app_name }
mail-session-revoked-body = Ktoś użył starej kopii sesji jednego z Twoich urządzeń. Mogła to być przywrócona kopia zapasowa, ale mogła to być też kradzież, dlatego wylogowaliśmy to urządzenie z serwisu { $app_name }.
mail-session-revoked-advice = Twoje hasło nie zostało do tego użyte. Możesz zalogować się ponownie:
mail-session-revoked-reset = Jeśli nie ufasz już temu urządzeniu, ustaw też nowe hasło. Spowoduje to wylogowanie wszystkich urządzeń.

## account_deleted

mail-unexpected-contact = Jeśli się tego nie spodziewasz, zgłoś to administracji serwisu.
mail-account-deleted-subject = Usunięto Twoje konto w serwisie { $app_name }
mail-account-deleted-body = Twoje konto w serwisie { $app_name } zostało usunięte wraz ze wszystkim, co do niego należało. Nie będziemy już wysyłać wiadomości na jego temat.

## deletion_scheduled

mail-deletion-scheduled-subject = Twoje konto w serwisie { $app_name } zostanie usunięte
mail-deletion-scheduled-body = Twoje konto w serwisie { $app_name } zostanie usunięte wraz ze wszystkim, co do niego należy: { $due }.
mail-deletion-scheduled-until = Chcesz je zachować? Zaloguj się przed tym terminem:

## deletion_cancelled

mail-deletion-cancelled-subject = Twoje konto w serwisie { $app_name } pozostaje
mail-deletion-cancelled-body = Twoje konto w serwisie { $app_name } miało zostać usunięte. Odwołano to: wszystko pozostaje bez zmian.

## export_ready

mail-export-ready-subject = Twoje dane z { $app_name } są gotowe
mail-export-ready-body = Dane, o które prosisz w { $app_name }, są gotowe. Zaloguj się, aby je pobrać.

## invite

mail-invite-subject = Masz zaproszenie do serwisu { $app_name }
mail-invite-body = Masz zaproszenie do serwisu { $app_name }.
mail-invite-body-by = { $inviter } zaprasza Cię do serwisu { $app_name }.
mail-invite-action = Przyjmij zaproszenie
mail-invite-not-you = Jeśli nie wiesz, o co chodzi, możesz zignorować tę wiadomość. Bez Twojego udziału nic nie powstanie.
