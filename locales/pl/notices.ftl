### One-time messages at the top of the next page.

notice-registered-confirm = Prawie gotowe! Wysłaliśmy wiadomość z linkiem. Otwórz go, aby potwierdzić swój adres.
notice-registered = Konto jest gotowe. Możesz się zalogować.
notice-email-confirmed = Adres e-mail został potwierdzony.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Jeśli ten adres wymaga jeszcze potwierdzenia, wiadomość z nowym linkiem jest już w drodze. Sprawdź też folder ze spamem.
notice-signed-in = Zalogowano.
notice-signed-out = Wylogowano.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Jeśli z tym adresem jest powiązane konto, wiadomość z linkiem jest już w drodze. Sprawdź też folder ze spamem.
notice-password-reset = Nowe hasło zostało zapisane.
notice-password-changed = Hasło zostało zmienione. Wszystkie inne urządzenia zostały wylogowane.
notice-totp-added = Aplikacja uwierzytelniająca jest skonfigurowana. Od teraz przy logowaniu poprosimy o jej kod.
notice-totp-renamed = Nazwa została zapisana.
notice-totp-removed = Aplikacja została usunięta. Jej kody przestały działać.
notice-device-forgotten = Urządzenie nie jest już zaufane. Znów będzie na nim potrzebny kod.
notice-second-factor-required = Ten serwis wymaga od Ciebie drugiego kroku przy logowaniu. Skonfiguruj aplikację uwierzytelniającą.
notice-second-step-gone = Zaloguj się ponownie: wpisanie kodu trwało zbyt długo albo zbyt wiele kodów było błędnych.
notice-recovery-code-used = { $left ->
    [0] To był ostatni kod odzyskiwania. Utwórz nowe.
    [one] Tego kodu nie można użyć ponownie. Został jeszcze jeden.
    [few] Tego kodu nie można użyć ponownie. Zostały jeszcze { $left }.
    [many] Tego kodu nie można użyć ponownie. Zostało jeszcze { $left }.
   *[other] Tego kodu nie można użyć ponownie. Zostało jeszcze { $left }.
}
notice-export-asked = Przygotowujemy Twoje dane. Gdy będą gotowe, wyślemy e-mail.
notice-deletion-scheduled = Wylogowano. Twoje konto zostanie usunięte: { $due }. Do tego czasu możesz się zalogować i je zachować.
notice-account-deleted = Twoje konto zostało usunięte.
notice-account-kept = Twoje konto zostaje.
notice-username-changed = Twoja nowa nazwa użytkownika to { $username }.
notice-email-added = Wysłaliśmy wiadomość z linkiem na adres { $address }. Otwórz go, aby potwierdzić ten adres.
notice-email-removed = Adres { $address } został usunięty z Twojego konta.
notice-primary-email-changed = Wiadomości dotyczące konta będą teraz przychodzić na adres { $address }.
notice-email-change-undone = Konto znów należy do Ciebie, a wszystkie urządzenia zostały wylogowane. Ustaw teraz nowe hasło.
notice-addresses-doubtful = Potwierdź jeszcze raz adresy dodane w ostatnich dniach i usuń te, które nie są Twoje.
notice-sign-in-required = Zaloguj się, aby zobaczyć tę stronę.
notice-sign-in-again = Aby przejść dalej, podaj jeszcze raz hasło.
notice-not-allowed = Twoje konto nie ma dostępu do tej strony.
notice-email-not-confirmed = Najpierw potwierdź swój adres e-mail.
notice-session-revoked = Wybrana przeglądarka została wylogowana.
notice-sessions-revoked = Wszystkie inne przeglądarki zostały wylogowane.
notice-link-invalid = Ten link nie działa. Może być niepełny lub zastąpiony nowszym.
notice-link-expired = Ten link wygasł. Poproś o nowy.
notice-link-used = Ten link został już użyty.
notice-link-not-here = Ta przeglądarka nie ma już linku do tej strony. Otwórz jeszcze raz link z wiadomości.
notice-profile-saved = Profil został zapisany.
notice-invitation-sent = Zaproszenie na adres { $address } jest już w drodze.
notice-invitation-revoked = Zaproszenie wysłane na adres { $address } już nie działa.
notice-invitation-accepted = Zaproszenie zostało przyjęte.
notice-invitation-required = Aby założyć tu konto, potrzebne jest zaproszenie.
notice-invitation-invalid = To zaproszenie nie działa. Może być niepełne, wycofane lub zastąpione nowszym.
notice-invitation-expired = To zaproszenie wygasło. Poproś o nowe.
notice-invitation-used = To zaproszenie zostało już wykorzystane.
notice-picture-saved = Zdjęcie zostało zapisane.
notice-picture-removed = Zdjęcie zostało usunięte.
