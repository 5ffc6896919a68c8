### Why a value was refused. Each stands beside its field, and after the field's label in the list above the form.

username-required = Lütfen bu alanı doldurun.
username-too-short = Lütfen en az { $min ->
    [one] bir karakter
   *[other] { $min } karakter
} kullanın.
username-too-long = Lütfen en fazla { $max ->
    [one] bir karakter
   *[other] { $max } karakter
} kullanın.
username-bad-characters = Lütfen yalnızca harf, rakam, nokta, kısa çizgi ve alt çizgi kullanın.
username-malformed = Lütfen bir harf veya rakamla başlatıp bitirin.
username-reserved = Bu ad siteye ayrılmıştır. Lütfen başka bir ad seçin.
username-taken = Bu ad zaten kullanılıyor. Lütfen başka bir ad seçin.
# Must not tell which of the two is wrong.
username-bad-credentials = Kullanıcı adı veya e-posta ile parola eşleşmiyor. İkisini de kontrol edip yeniden deneyin.
username-bad-credentials-or-unconfirmed = Kullanıcı adı veya e-posta ile parola eşleşmiyor ya da adres henüz onaylanmadı. İkisini de kontrol edin veya bağlantıyı yeniden isteyin.

email-required = Lütfen bu alanı doldurun.
email-too-long = Bir e-posta adresi en fazla { $max ->
    [one] bir karakter
   *[other] { $max } karakter
} olabilir.
email-malformed = Lütfen name@example.com gibi tam bir e-posta adresi girin.
email-not-ascii = @ işaretinden önce Türkçe karakter veya başka alfabeden harf bulunan adreslere e-posta gönderemiyoruz. Lütfen başka bir adres girin.
# Must not tell which of the two is wrong, nor whether the address is known.
email-bad-credentials = E-posta ile parola eşleşmiyor. İkisini de kontrol edip yeniden deneyin.
email-bad-credentials-or-unconfirmed = E-posta ile parola eşleşmiyor ya da adres henüz onaylanmadı. İkisini de kontrol edin veya bağlantıyı yeniden isteyin.
email-taken = Bu adres zaten listenizde.
email-too-many = Hesabınız en fazla adres sayısına ulaştı. Lütfen önce birini kaldırın.
email-same = Bu zaten hesabınızın adresi.

password-required = Lütfen bu alanı doldurun.
password-too-short = Lütfen en az { $min ->
    [one] bir karakter
   *[other] { $min } karakter
} kullanın.
password-too-long = Bu çok uzun. Lütfen en fazla { $max ->
    [one] bir karakter
   *[other] { $max } karakter
} kullanın.
password-too-common = Bu, herkesin ilk deneyeceği parolalardan biri. Lütfen başka bir parola seçin.
password-made-of-identity = Bu; adınıza, adresinize veya bu sitenin adına çok benziyor. Lütfen başka bir parola seçin.
password-too-simple = Lütfen en az bir büyük harf, bir küçük harf ve bir rakam kullanın.
password-wrong = Bu, bu hesabın parolası değil.

retype-password-required = Lütfen bu alanı doldurun.
retype-password-mismatch = Bu, yukarıdaki parolayla aynı değil.

old-password-required = Lütfen bu alanı doldurun.
old-password-too-long = Bu, buradaki tüm parolalardan uzun. Lütfen en fazla { $max ->
    [one] bir karakter
   *[other] { $max } karakter
} kullanın.
old-password-wrong = Bu, mevcut parolanız değil.

recovery-code-required = Lütfen bu alanı doldurun.
recovery-code-malformed = Kurtarma kodu on beş harf ve rakamdan oluşur. Lütfen girdiğiniz kodu kontrol edin.
# Must not tell which of the two is wrong.
recovery-code-bad-credentials = Bu kod ile hesap eşleşmiyor ya da kod daha önce kullanıldı. Lütfen ikisini de kontrol edin.
recovery-code-wrong = Bu, kullanılmamış kodlarınızdan biri değil.

totp-code-required = Lütfen bu alanı doldurun.
totp-code-malformed = Kod altı rakamdan oluşur. Lütfen girdiğinizi kontrol edin.
totp-code-wrong = Uygulamanızın şu anda gösterdiği kod bu değil. Lütfen güncel kodu girin.
totp-code-used = Bu kod kullanıldı. Lütfen bir sonrakini bekleyin.
totp-code-too-many = Bir hesabın sahip olabileceği kadar uygulamanız var. Lütfen önce birini kaldırın.

label-too-long = Bu ad çok uzun. Lütfen daha kısa bir ad seçin.

account-name-required = Lütfen hesabınızın adını girin.
account-name-wrong = Bu, hesabınızın adı değil.

roles-bad-characters = Lütfen yalnızca küçük harf, rakam, kısa çizgi ve alt çizgi kullanın.
roles-not-yours-to-give = Bu rolü başkalarına veremezsiniz.

# Fields that a site declares for itself.
profile-required = Lütfen bu alanı doldurun.
profile-too-long = Lütfen en fazla { $max ->
    [one] bir karakter
   *[other] { $max } karakter
} kullanın.
profile-too-short = Lütfen en az { $min ->
    [one] bir karakter
   *[other] { $min } karakter
} kullanın.
profile-too-small = Lütfen { $min } veya daha büyük bir sayı girin.
profile-too-large = Lütfen { $max } veya daha küçük bir sayı girin.
profile-malformed-number = Lütfen bir sayı girin.
profile-malformed-whole-number = Lütfen bir tam sayı girin.
profile-malformed-date = Lütfen 2001-12-31 gibi bir tarih girin.
profile-too-early = Lütfen { $min } veya daha sonraki bir tarih girin.
profile-too-late = Lütfen { $max } veya daha önceki bir tarih girin.
profile-not-a-choice = Lütfen seçeneklerden birini seçin.
profile-changed-meanwhile = Bu alan bu arada başka bir pencerede değiştirildi. Burada yazanı korumak için formu yeniden gönderin.
profile-bad-characters = Lütfen görüntülenemeyen karakterleri çıkarın.
picture-required = Lütfen önce bir resim seçin.
picture-too-large = Bu dosya çok büyük. Lütfen en fazla { $max ->
    [one] bir megabaytlık
   *[other] { $max } megabaytlık
} bir dosya seçin.
picture-too-many-pixels = Bu resim çok büyük. Lütfen en fazla { $max } × { $max } piksellik bir resim seçin.
picture-malformed = Bu dosyayı resim olarak okuyamıyoruz. Lütfen PNG, JPEG, WebP veya GIF dosyası seçin.

# Refusals of a form as a whole.
form-expired = Bu form artık geçerli değil. Lütfen kontrol edip yeniden gönderin.
form-no-cookies = Bu site çerez kullanmak zorundadır, ancak tarayıcınız hiç çerez göndermedi. Lütfen bu site için çerezlere izin verip formu yeniden gönderin.
form-other-account = Bu formu başka biri doldurdu; şu anda oturumu açık olan kullanıcı: { $name }. Yazılanlar saklanmadı, lütfen formu yeniden doldurun.
form-unconfirmed = Lütfen önce e-posta adresinizi onaylayın: size gönderdiğimiz e-postadaki bağlantıyı açın.
form-disabled = Bu hesap devre dışı. Lütfen site yöneticilerine sorun.

# Stands in for a message that a site forgot to write for a code of its own.
message-missing = Bu kabul edilmedi ({ $id }).
