### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Błąd: { $title } – { $app_name }
skip-to-content = Przejdź do treści
nav-account = Twoje konto
nav-sign-in = Zaloguj się
nav-register = Zarejestruj się
development = Wersja rozwojowa
development-mailbox = Żadna wiadomość nie opuszcza tego komputera.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Język
languages-submit = Zmień

link-home = Przejdź do strony głównej
link-sign-in = Zaloguj się
link-register = Załóż konto
link-forgot-password = Nie pamiętasz hasła?
link-resend-confirm-email = Brak wiadomości z potwierdzeniem?
link-use-recovery-code = Użyj kodu odzyskiwania
link-profile = Przejdź do swojego profilu
link-mailbox = Otwórz skrzynkę
link-back = Wstecz
link-back-to-sign-in = Wróć do logowania
link-back-to-profile = Wróć do profilu
link-back-to-mailbox = Wszystkie wiadomości

## Fields

form-problems = Wystąpił problem

field-username = Nazwa użytkownika
field-username-or-email = Nazwa użytkownika lub adres e-mail
field-email = Adres e-mail
field-new-email = Nowy adres e-mail
field-password = Hasło
field-retype-password = Powtórz hasło
field-old-password = Obecne hasło
field-new-password = Nowe hasło
field-new-username = Nowa nazwa użytkownika
field-recovery-code = Kod odzyskiwania
field-totp-code = Kod z aplikacji
field-label = Nazwa aplikacji lub urządzenia
field-trust-device = Nie pytaj więcej o kod na tym urządzeniu
field-account-name = Nazwa konta
field-remember-me = Nie wylogowuj mnie na tym urządzeniu
field-language = Język
# The first option: the language that the browser asks for.
field-language-automatic = Język przeglądarki
field-time-zone = Strefa czasowa
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Zdjęcie
# The empty first option of a list.
field-choose = Wybierz
# Stands after the label of a field that may stay empty.
field-optional = (opcjonalnie)
hint-picture = PNG, JPEG, WebP lub GIF, maksymalnie { $megabytes ->
    [one] jeden megabajt
    [few] { $megabytes } megabajty
    [many] { $megabytes } megabajtów
   *[other] { $megabytes } megabajta
} i { $pixels } × { $pixels } pikseli.
field-roles = Role
field-role = Rola: { $role }

hint-username = Od { $min } do { $max } znaków: litery, cyfry, kropki, łączniki lub podkreślenia.
hint-password = Co najmniej { $min ->
    [one] jeden znak.
    [few] { $min } znaki.
    [many] { $min } znaków.
   *[other] { $min } znaku.
} Kilka niepowiązanych ze sobą słów to hasło silne i łatwe do zapamiętania.
hint-recovery-code = Piętnaście znaków: litery i cyfry. Spacje i łączniki nie mają znaczenia.
hint-totp-code = Sześć cyfr, które pokazuje aplikacja uwierzytelniająca.
hint-label = Aby odróżnić swoje urządzenia, na przykład „Mój telefon”.
hint-trust-device = Dni: { $days }. Wybierz to tylko na urządzeniu, z którego nie korzysta nikt inny.
hint-account-name = Wpisz { $name }, aby potwierdzić.

strength-very-weak = Siła hasła: bardzo słaba
strength-weak = Siła hasła: słaba
strength-fair = Siła hasła: średnia
strength-good = Siła hasła: dobra
strength-strong = Siła hasła: wysoka

## Forms

register-title = Załóż konto
register-lead = Witamy w serwisie { $app_name }.
register-submit = Załóż konto
register-elsewhere = Masz już konto?

sign-in-or-register-title = Zaloguj się lub załóż konto

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Kontynuuj
continue-lead = Hasło zostało potwierdzone, a wcześniej wysłane dane nadal tu są. Naciśnij przycisk, aby je wysłać.
continue-submit = Kontynuuj

sign-in-title = Logowanie
sign-in-submit = Zaloguj się
sign-in-elsewhere = Nie masz konta?

sign-out-title = Wylogowanie
sign-out-lead = Czy chcesz wylogować się z serwisu { $app_name } na tym urządzeniu?
sign-out-submit = Wyloguj się

confirm-email-title = Potwierdź adres e-mail
confirm-email-lead = Wystarczy nacisnąć przycisk, aby potwierdzić adres.
confirm-email-lead-password = Ten adres będzie należał do poniższego konta. Podaj jego hasło, aby nikt inny nie przejął Twojego adresu.
confirm-email-lead-new-password = To konto zarejestrowano z Twoim adresem, być może przez Ciebie w innej przeglądarce. Podaj wybrane wtedy hasło. Jeśli go nie znasz, ustaw nowe: zastąpi ono poprzednie i wyloguje wszystkich innych.
confirm-email-registered = Zarejestrowano
confirm-email-browser = Przeglądarka
confirm-email-submit = Potwierdź adres e-mail

resend-confirm-email-title = Nowa wiadomość z potwierdzeniem
resend-confirm-email-lead = Podaj adres użyty przy rejestracji. Jeśli nadal wymaga potwierdzenia, wyślemy na niego nowy link.
resend-confirm-email-submit = Wyślij wiadomość

forgot-password-title = Nie pamiętasz hasła?
forgot-password-lead = Podaj swój adres e-mail. Jeśli jest z nim powiązane konto, wyślemy link do ustawienia nowego hasła.
forgot-password-submit = Wyślij link

reset-password-title = Ustaw nowe hasło
reset-password-lead = Nastąpi wylogowanie na wszystkich urządzeniach. Potem można zalogować się nowym hasłem.
reset-password-submit = Zapisz nowe hasło

change-password-title = Zmiana hasła
change-password-lead = To urządzenie pozostanie zalogowane. Wszystkie inne zostaną wylogowane.
change-password-submit = Zmień hasło

recovery-codes-title = Kody odzyskiwania
recovery-codes-lead = Kod odzyskiwania pozwala wejść na konto, gdy nie masz ani hasła, ani dostępu do poczty. Każdy kod działa tylko raz.
recovery-codes-left = { $left ->
    [0] Nie masz kodów odzyskiwania.
    [one] Masz jeden niewykorzystany kod.
    [few] Masz { $left } niewykorzystane kody.
    [many] Masz { $left } niewykorzystanych kodów.
   *[other] Masz { $left } niewykorzystanego kodu.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Nowe kody zastąpią obecne. Przez pewien czas stare nadal pozwolą Ci odzyskać konto.
recovery-codes-earlier = Wcześniejsze kody pozwolą Ci odzyskać konto jeszcze do { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Utworzone wcześniej kody już nie działają, bo ta strona zmieniła swój klucz. Utwórz nowe.
recovery-codes-submit = Utwórz nowe kody
recovery-codes-new-title = Zapisz kody odzyskiwania
recovery-codes-new-lead = Wydrukuj je lub przepisz i trzymaj tam, gdzie tylko Ty je znajdziesz. Ta strona pokazuje je tylko raz.
recovery-codes-saved = Mam zapisane kody

use-recovery-code-title = Użyj kodu odzyskiwania
use-recovery-code-lead = Podaj jeden z kodów odzyskiwania i ustaw nowe hasło. Nastąpi wylogowanie na wszystkich innych urządzeniach.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Zamiast hasła podaj jeden z kodów odzyskiwania. Tego kodu nie będzie można użyć ponownie.
use-recovery-code-submit = Zapisz nowe hasło
use-recovery-code-submit-proof = Kontynuuj

second-step-title = Podaj kod
second-step-lead = Otwórz aplikację uwierzytelniającą i podaj kod, który się w niej wyświetla.
second-step-lead-recovery = Podaj jeden z kodów odzyskiwania. Nie będzie można użyć go ponownie.
second-step-submit = Zaloguj się
second-step-other-recovery = Użyj zamiast tego kodu odzyskiwania
second-step-other-app = Użyj zamiast tego aplikacji uwierzytelniającej

authenticator-apps-title = Aplikacje uwierzytelniające
authenticator-apps-lead = Aplikacja uwierzytelniająca co 30 sekund pokazuje nowy kod. Podajesz go przy logowaniu, więc samo hasło nie wystarczy.
authenticator-apps-none = Nie masz jeszcze skonfigurowanej aplikacji.
authenticator-apps-unnamed = Aplikacja uwierzytelniająca
authenticator-apps-created = Skonfigurowano
authenticator-apps-last-used = Ostatnie użycie
authenticator-apps-rename = Zapisz nazwę
authenticator-apps-remove = Usuń
authenticator-apps-submit = Skonfiguruj aplikację
trusted-devices-title = Zaufane urządzenia
trusted-devices-lead = Na tych urządzeniach do zalogowania wystarczy hasło.
trusted-devices-until = Do
trusted-devices-forget = Pytaj znów o kod
set-up-totp-title = Skonfiguruj aplikację
set-up-totp-lead = Zeskanuj ten obraz aplikacją uwierzytelniającą. Potem podaj kod, który się w niej wyświetli.
set-up-totp-qr = Kod QR dla aplikacji uwierzytelniającej
set-up-totp-open = Otwórz aplikację na tym urządzeniu
set-up-totp-key = Nie możesz zeskanować? Wpisz ten klucz w aplikacji:
set-up-totp-submit = Zakończ konfigurację

export-data-title = Twoje dane
export-data-lead = Pobierz to, co ta strona o Tobie przechowuje: konto, profil, urządzenia i ostatnie zdarzenia. Haseł i innych tajnych danych tam nie ma.
export-data-submit = Przygotuj moje dane
export-data-underway = Przygotowujemy Twoje dane. Gdy będą gotowe, wyślemy e-mail.
# On the page and in the mail.
export-data-ready = Możesz je pobrać do: { $until }.
export-data-zip = Wszystko, ze zdjęciem (ZIP)
export-data-json = Same dane (JSON)

delete-account-title = Usuń konto
delete-account-lead = Konto zostanie usunięte ze wszystkim, co do niego należy: profilem, adresami e-mail, zdjęciem i logowaniami. Nie da się tego cofnąć.
delete-account-due = Nastąpi wylogowanie na wszystkich urządzeniach. Konto zostanie usunięte: { $due }. Do tego czasu możesz się zalogować i je zachować.
delete-account-at-once = Konto zostanie usunięte od razu.
delete-account-submit = Usuń konto

keep-account-title = Czy chcesz zachować konto?
keep-account-lead = Twoje konto zostanie usunięte ze wszystkim, co do niego należy: { $due }.
keep-account-submit = Zachowaj konto
# Goes on without deciding.
keep-account-elsewhere = Nie teraz

change-username-title = Zmiana nazwy użytkownika
change-username-lead = Potwierdź zmianę swoim hasłem.
change-username-submit = Zmień nazwę użytkownika
edit-profile-title = Edycja profilu
edit-profile-submit = Zapisz
picture-title = Twoje zdjęcie
picture-lead = Jest widoczne obok Twojej nazwy. Przycinamy je do kwadratu i usuwamy wszelkie dodatkowe dane z pliku, na przykład miejsce wykonania.
picture-submit = Zapisz zdjęcie
picture-remove = Usuń zdjęcie
# Read aloud in place of somebody's picture.
picture-of = Zdjęcie profilowe: { $name }

change-email-title = Zmiana adresu e-mail
change-email-lead = Wyślemy link na nowy adres. Do czasu jego otwarcia konto zachowa obecny adres: { $address }.
change-email-submit = Wyślij link

undo-email-change-title = Odzyskaj konto
undo-email-change-lead = Wystarczy nacisnąć przycisk, a konto znów będzie korzystać z adresu { $address }. Obecne hasło przestanie działać, wszystkie urządzenia zostaną wylogowane, a niedawno dodane adresy usunięte. Potem ustawisz nowe hasło.
undo-email-change-submit = To nie ja

## Email addresses

manage-emails-title = Twoje adresy e-mail
manage-emails-lead = Wiadomości dotyczące konta przychodzą na adres główny. Zalogować się można każdym potwierdzonym adresem.
email-make-primary = Ustaw jako główny
email-delete = Usuń
email-send-confirmation = Wyślij potwierdzenie
add-email-title = Dodaj adres
add-email-lead = Wyślemy na niego link, aby potwierdzić, że należy do Ciebie.
add-email-submit = Dodaj adres

## Invitations

invite-title = Zaproś kogoś
invite-lead = Wyślemy e-mailem zaproszenie do serwisu { $app_name }.
invite-submit = Wyślij zaproszenie
invitations-title = Twoje zaproszenia
invitations-empty = Nie ma jeszcze żadnych zaproszeń.
invitation-sent = Wysłano
invitation-open = Ważne do { $date }
invitation-accepted = Przyjęte
invitation-expired = Wygasło
invitation-revoked = Wycofane
invitation-resend = Wyślij ponownie
invitation-revoke = Wycofaj
accept-invitation-title = Masz zaproszenie
accept-invitation-lead = Masz zaproszenie do serwisu { $app_name } wysłane na adres { $address }.
accept-invitation-lead-by = { $inviter } zaprasza Cię do serwisu { $app_name }. Adres w zaproszeniu: { $address }.
accept-invitation-signed-in = Zalogowane konto: { $name }.
accept-invitation-has-account = Masz już konto z tym adresem. Zaloguj się, aby przyjąć zaproszenie.
accept-invitation-other-account = To zaproszenie nie jest przeznaczone dla konta { $name }. Jeśli należy do Ciebie, najpierw się wyloguj.
accept-invitation-submit = Przyjmij zaproszenie
register-invited-lead = Masz zaproszenie do serwisu { $app_name }.

## The profile

profile-title = Twój profil
profile-account = Konto
profile-emails = E-mail
profile-roles = Role
profile-member-since = Konto od
profile-manage-emails = Dodaj, usuń lub potwierdź adresy i wybierz, dokąd mają przychodzić wiadomości.
profile-change-email = Użyj innego adresu dla swojego konta.
profile-about = O Tobie
profile-no-value = Nie podano
profile-yes = Tak
profile-no = Nie
profile-edit = Zmień to, co jest tutaj widoczne.
profile-picture = Pokaż zdjęcie obok swojej nazwy.
profile-change-username = Wybierz nazwę, pod którą widzą Cię inni.
profile-change-password = Ustaw nowe hasło i wyloguj wszystkie inne urządzenia.
profile-recovery-codes = Odzyskaj dostęp do konta, jeśli stracisz hasło i pocztę.
profile-authenticator-apps = Wymagaj przy logowaniu kodu z telefonu.
profile-sessions = Sprawdź swoje urządzenia i wyloguj te, których nie znasz.
profile-invite = Wyślij zaproszenie e-mailem.
profile-export-data = Pobierz to, co ta strona o Tobie przechowuje.
profile-delete-account = Usuń konto i wszystko, co się w nim znajduje.
email-primary = Główny
email-confirmed = Potwierdzony
email-unconfirmed = Niepotwierdzony

## Where you are signed in

sessions-title = Aktywne logowania
sessions-lead = W tych przeglądarkach Twoje konto jest zalogowane. Jeśli którejś nie znasz, wyloguj ją i zmień hasło.
session-current = Ta przeglądarka
# Such as "Firefox on Linux".
browser-on = { $browser } ({ $system })
session-unknown-browser = Nieznana przeglądarka
session-created = Zalogowano
session-last-seen = Ostatnia aktywność
session-revoke = Wyloguj
sessions-revoke-others = Wyloguj wszystkie inne

## The development mailbox

mailbox-title = Skrzynka
mailbox-lead = Trafia tu każda wiadomość z tej wersji rozwojowej serwisu.
mailbox-empty = Nie ma jeszcze żadnych wiadomości.
mailbox-from = Od
mailbox-to = Do
mailbox-date = Data
mailbox-faces = Widoki tej wiadomości
mailbox-face-text = Tekst
mailbox-face-html = HTML
mailbox-face-source = Źródło
mailbox-links = Linki w tej wiadomości

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Nie rozumiemy tego żądania
problem-bad-request-advice = Coś w żądaniu było nie tak. Wróć i spróbuj ponownie.
problem-unauthenticated-title = Zaloguj się
problem-unauthenticated-advice = Ta strona jest dostępna po zalogowaniu.
problem-sign-in-again-title = Podaj hasło ponownie
problem-sign-in-again-advice = Wymaga to hasła podanego niedawno. Zaloguj się jeszcze raz, a potem spróbuj ponownie.
problem-forbidden-title = Brak dostępu do tej strony
problem-forbidden-advice = Twoje konto nie ma dostępu do tej strony. Jeśli to pomyłka, skontaktuj się z administracją serwisu.
problem-csrf-title = Ten formularz jest już nieważny
problem-csrf-advice = Ze względów bezpieczeństwa formularz działa przez ograniczony czas i tylko w przeglądarce, w której został otwarty. Wróć, odśwież stronę i wyślij go ponownie.
problem-cookies-title = Ten serwis potrzebuje plików cookie
problem-cookies-advice = Przeglądarka żadnych nie wysłała, więc nie wiemy, czy formularz pochodzi od Ciebie. Zezwól w ustawieniach przeglądarki na pliki cookie w tym serwisie, odśwież stronę i wyślij formularz ponownie.
problem-link-cookies-title = Ten serwis potrzebuje plików cookie
problem-link-cookies-advice = Przeglądarka żadnych nie wysłała, więc ta strona nie wie, którego linku dotyczy. Zezwól w ustawieniach przeglądarki na pliki cookie w tym serwisie, a potem otwórz jeszcze raz link z wiadomości.
problem-not-found-title = Nic tu nie ma
problem-not-found-advice = W adresie może być literówka albo strona została przeniesiona.
problem-method-not-allowed-title = Tego nie można tu zrobić
problem-method-not-allowed-advice = Tej strony nie można użyć w ten sposób. Wróć i spróbuj ponownie.
problem-too-large-title = To za dużo
problem-too-large-advice = Przesłane dane są większe, niż przyjmujemy. Skróć je i spróbuj ponownie.
problem-unsupported-media-type-title = Nie możemy odczytać tego formatu
problem-unsupported-media-type-advice = Przesłane dane mają format, którego tu nie przyjmujemy.
problem-invalid-title = Nie wszystko się zgadza
problem-invalid-advice = Wróć i sprawdź wpisane dane.
problem-too-many-requests-title = Zbyt wiele prób
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Odczekaj chwilę i spróbuj ponownie.
        [one] Odczekaj sekundę i spróbuj ponownie.
        [few] Odczekaj { $seconds } sekundy i spróbuj ponownie.
        [many] Odczekaj { $seconds } sekund i spróbuj ponownie.
       *[other] Odczekaj { $seconds } sekundy i spróbuj ponownie.
    }
    [one] Odczekaj minutę i spróbuj ponownie.
    [few] Odczekaj { $minutes } minuty i spróbuj ponownie.
    [many] Odczekaj { $minutes } minut i spróbuj ponownie.
   *[other] Odczekaj { $minutes } minuty i spróbuj ponownie.
}
problem-internal-title = Coś poszło nie tak
problem-internal-advice = To nasz błąd, nie Twój, i został już odnotowany. Spróbuj ponownie później.
problem-unavailable-title = Serwis jest bardzo obciążony
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Spróbuj ponownie za chwilę.
        [one] Spróbuj ponownie za sekundę.
        [few] Spróbuj ponownie za { $seconds } sekundy.
        [many] Spróbuj ponownie za { $seconds } sekund.
       *[other] Spróbuj ponownie za { $seconds } sekundy.
    }
    [one] Spróbuj ponownie za minutę.
    [few] Spróbuj ponownie za { $minutes } minuty.
    [many] Spróbuj ponownie za { $minutes } minut.
   *[other] Spróbuj ponownie za { $minutes } minuty.
}

## The menu of the account pages

menu-you = Ty
menu-security = Bezpieczeństwo
menu-settings = Ustawienia konta
menu-where = Wszystkie ustawienia. Jesteś tutaj:
menu-profile = Profil
menu-edit-profile = Dane osobowe
menu-picture = Zdjęcie
menu-manage-emails = Adresy e-mail
menu-change-email = Adres e-mail
menu-change-username = Nazwa użytkownika
menu-change-password = Hasło
menu-recovery-codes = Kody odzyskiwania
menu-authenticator-apps = Aplikacje uwierzytelniające
menu-sessions = Twoje urządzenia
menu-invite = Zaproszenia
menu-export-data = Twoje dane
menu-delete-account = Usuń konto
profile-change = Zmień
profile-change-picture = Zmień zdjęcie

## Coming in

sign-in-to = Zaloguj się do { $app_name }
password-show = Pokaż hasło
check-email-title = Sprawdź skrzynkę e-mail
check-email-lead = Wysłaliśmy wiadomość na adres { $address }. Otwórz zawarty w niej link, aby przejść dalej.
check-email-lead-resend = Jeśli adres { $address } nie jest jeszcze potwierdzony, wiadomość z nowym linkiem jest już w drodze.
check-email-lead-reset = Jeśli z adresem { $address } jest powiązane konto, wiadomość z linkiem jest już w drodze.
check-email-hint = Nic nie przyszło? Sprawdź folder ze spamem lub wyślij wiadomość ponownie.
check-email-submit = Wyślij ponownie
check-email-other = Użyj innego adresu
confirm-identity-title = Potwierdź, że to Ty
confirm-identity-lead = Zmieniasz coś, co chroni Twoje konto. Podaj hasło, aby przejść dalej.
confirm-identity-submit = Potwierdź
confirm-identity-cancel = Anuluj i wróć

## The foot of the page

footer-help = Pomoc
footer-privacy = Prywatność
footer-terms = Regulamin
footer-support = Skontaktuj się z nami
problem-reference = Numer zgłoszenia: { $reference }
