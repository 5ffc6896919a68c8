### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Wypełnij to pole.
username-too-short = Użyj co najmniej { $min ->
    [one] jednego znaku.
    [few] { $min } znaków.
    [many] { $min } znaków.
   *[other] { $min } znaku.
}
username-too-long = Użyj najwyżej { $max ->
    [one] jednego znaku.
    [few] { $max } znaków.
    [many] { $max } znaków.
   *[other] { $max } znaku.
}
username-bad-characters = Użyj tylko liter, cyfr, kropek, łączników i podkreśleń.
username-malformed = Pierwszym i ostatnim znakiem musi być litera lub cyfra.
username-reserved = Ta nazwa jest zastrzeżona dla serwisu. Wybierz inną.
username-taken = Ta nazwa jest już zajęta. Wybierz inną.
# Must not tell which of the two is wrong.
username-bad-credentials = Nazwa użytkownika lub e-mail i hasło nie pasują do siebie. Sprawdź je i spróbuj ponownie.
username-bad-credentials-or-unconfirmed = Nazwa użytkownika lub e-mail i hasło nie pasują do siebie albo adres nie został jeszcze potwierdzony. Sprawdź dane lub poproś o ponowne wysłanie linku.

email-required = Wypełnij to pole.
email-too-long = Adres e-mail może mieć najwyżej { $max ->
    [one] jeden znak.
    [few] { $max } znaki.
    [many] { $max } znaków.
   *[other] { $max } znaku.
}
email-malformed = Podaj pełny adres e-mail, na przykład name@example.com.
email-not-ascii = Nie możemy wysyłać wiadomości na adresy, które przed znakiem @ mają polskie znaki lub inne alfabety. Podaj inny adres.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-mail i hasło nie pasują do siebie. Sprawdź je i spróbuj ponownie.
email-bad-credentials-or-unconfirmed = E-mail i hasło nie pasują do siebie albo adres nie został jeszcze potwierdzony. Sprawdź dane lub poproś o ponowne wysłanie linku.
email-taken = Ten adres jest już na Twojej liście.
email-too-many = Konto ma już największą dozwoloną liczbę adresów. Najpierw usuń jeden z nich.
email-same = To już jest adres Twojego konta.

password-required = Wypełnij to pole.
password-too-short = Użyj co najmniej { $min ->
    [one] jednego znaku.
    [few] { $min } znaków.
    [many] { $min } znaków.
   *[other] { $min } znaku.
}
password-too-long = To hasło jest za długie. Użyj najwyżej { $max ->
    [one] jednego znaku.
    [few] { $max } znaków.
    [many] { $max } znaków.
   *[other] { $max } znaku.
}
password-too-common = To jedno z haseł, które każdy sprawdziłby najpierw. Wybierz inne.
password-made-of-identity = To hasło za bardzo przypomina Twoją nazwę, Twój adres lub nazwę tego serwisu. Wybierz inne.
password-too-simple = Użyj co najmniej jednej wielkiej litery, jednej małej litery i jednej cyfry.
password-wrong = To nie jest hasło do tego konta.

retype-password-required = Wypełnij to pole.
retype-password-mismatch = Hasło różni się od podanego wyżej.

old-password-required = Wypełnij to pole.
old-password-too-long = To więcej, niż może mieć jakiekolwiek hasło w tym serwisie. Użyj najwyżej { $max ->
    [one] jednego znaku.
    [few] { $max } znaków.
    [many] { $max } znaków.
   *[other] { $max } znaku.
}
old-password-wrong = To nie jest Twoje obecne hasło.

recovery-code-required = Wypełnij to pole.
recovery-code-malformed = Kod odzyskiwania składa się z piętnastu liter i cyfr. Sprawdź wpisany kod.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Ten kod i konto do siebie nie pasują albo kod został już użyty. Sprawdź jedno i drugie.
recovery-code-wrong = To nie jest żaden z Twoich niewykorzystanych kodów.

totp-code-required = Wypełnij to pole.
totp-code-malformed = Kod ma sześć cyfr. Sprawdź wpisany kod.
totp-code-wrong = To nie jest kod, który aplikacja teraz pokazuje. Podaj aktualny kod.
totp-code-used = Ten kod został już użyty. Poczekaj na następny.
totp-code-too-many = Masz już tyle aplikacji, ile może mieć konto. Najpierw usuń jedną.

label-too-long = Ta nazwa jest za długa. Wybierz krótszą.

account-name-required = Podaj nazwę swojego konta.
account-name-wrong = To nie jest nazwa Twojego konta.

roles-bad-characters = Użyj tylko małych liter, cyfr, łączników i podkreśleń.
roles-not-yours-to-give = Nie możesz nadać tej roli innym.

# Fields that a site declares for itself.
profile-required = Wypełnij to pole.
profile-too-long = Użyj najwyżej { $max ->
    [one] jednego znaku.
    [few] { $max } znaków.
    [many] { $max } znaków.
   *[other] { $max } znaku.
}
profile-too-short = Użyj co najmniej { $min ->
    [one] jednego znaku.
    [few] { $min } znaków.
    [many] { $min } znaków.
   *[other] { $min } znaku.
}
profile-too-small = Podaj liczbę nie mniejszą niż { $min }.
profile-too-large = Podaj liczbę nie większą niż { $max }.
profile-malformed-number = Podaj liczbę.
profile-malformed-whole-number = Podaj liczbę całkowitą.
profile-malformed-date = Podaj datę, na przykład 2001-12-31.
profile-too-early = Podaj { $min } lub późniejszą datę.
profile-too-late = Podaj { $max } lub wcześniejszą datę.
profile-not-a-choice = Wybierz jedną z opcji.
profile-changed-meanwhile = To pole zmieniono w międzyczasie w innym oknie. Wyślij formularz ponownie, aby zachować to, co jest tutaj.
profile-bad-characters = Usuń znaki, których nie można wyświetlić.
picture-required = Najpierw wybierz zdjęcie.
picture-too-large = Ten plik jest za duży. Wybierz plik, który ma najwyżej { $max ->
    [one] jeden megabajt.
    [few] { $max } megabajty.
    [many] { $max } megabajtów.
   *[other] { $max } megabajta.
}
picture-too-many-pixels = To zdjęcie jest za duże. Wybierz takie, które ma najwyżej { $max } × { $max } pikseli.
picture-malformed = Nie możemy odczytać tego pliku jako zdjęcia. Wybierz plik PNG, JPEG, WebP lub GIF.

# Refusals of a form as a whole.
form-expired = Ten formularz jest już nieważny. Sprawdź go i wyślij ponownie.
form-no-cookies = Ten serwis potrzebuje plików cookie, a przeglądarka żadnych nie wysłała. Zezwól na pliki cookie w tym serwisie i wyślij formularz ponownie.
form-other-account = Ten formularz wypełnił ktoś inny, a teraz zalogowane jest konto { $name }. Nic z niego nie zostało zachowane: wypełnij go ponownie.
form-unconfirmed = Najpierw potwierdź swój adres e-mail: otwórz link z wiadomości, którą wysłaliśmy.
form-disabled = To konto jest wyłączone. Skontaktuj się z administracją serwisu.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Ta wartość nie została przyjęta ({ $id }).
