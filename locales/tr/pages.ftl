### The words of the pages. Messages are plain text: no HTML, no entities.

## Every page

# $title is what the page is about, $app_name the name of the site.
page-title = { $title } – { $app_name }
page-title-faulty = Hata: { $title } – { $app_name }
skip-to-content = İçeriğe geç
nav-account = Hesabınız
nav-sign-in = Oturum aç
nav-register = Kaydol
development = Geliştirme
development-mailbox = E-postalar bu makineden dışarı çıkmaz.
# The form at the foot of the page: a list of languages, and a button.
languages-label = Dil
languages-submit = Değiştir

link-home = Ana sayfaya git
link-sign-in = Oturum aç
link-register = Hesap oluştur
link-forgot-password = Parolanızı mı unuttunuz?
link-resend-confirm-email = Onay e-postası gelmedi mi?
link-use-recovery-code = Kurtarma kodu kullan
link-profile = Profilinize gidin
link-mailbox = Posta kutusunu aç
link-back = Geri dön
link-back-to-sign-in = Oturum açma sayfasına dön
link-back-to-profile = Profilinize dönün
link-back-to-mailbox = Tüm e-postalar

## Fields

form-problems = Düzeltilmesi gerekenler var

field-username = Kullanıcı adı
field-username-or-email = Kullanıcı adı veya e-posta adresi
field-email = E-posta adresi
field-new-email = Yeni e-posta adresi
field-password = Parola
field-retype-password = Parola (tekrar)
field-old-password = Mevcut parola
field-new-password = Yeni parola
field-new-username = Yeni kullanıcı adı
field-recovery-code = Kurtarma kodu
field-totp-code = Uygulamanızdaki kod
field-label = Uygulamanın veya cihazın adı
field-trust-device = Bu cihazda bir daha kod sorma
field-account-name = Hesabınızın adı
field-remember-me = Bu cihazda oturumum açık kalsın
field-language = Dil
# The first option: the language that the browser asks for.
field-language-automatic = Tarayıcınızın dili
field-time-zone = Saat dilimi
# The first option: no time zone chosen, times are shown in UTC.
field-time-zone-none = UTC
field-picture = Resim
# The empty first option of a list.
field-choose = Lütfen seçin
# Stands after the label of a field that may stay empty.
field-optional = (isteğe bağlı)
hint-picture = PNG, JPEG, WebP veya GIF; en fazla { $megabytes ->
    [one] bir megabayt
   *[other] { $megabytes } megabayt
} ve { $pixels } × { $pixels } piksel.
field-roles = Roller
field-role = Rol: { $role }

hint-username = { $min } ile { $max } arasında harf, rakam, nokta, kısa çizgi veya alt çizgi.
hint-password = En az { $min ->
    [one] bir karakter.
   *[other] { $min } karakter.
} Birbiriyle ilgisiz birkaç kelime hem güçlüdür hem de kolay hatırlanır.
hint-recovery-code = On beş harf ve rakam. Boşluklar ve kısa çizgiler fark etmez.
hint-totp-code = Kimlik doğrulama uygulamanızın gösterdiği altı rakam.
hint-label = Cihazlarınızı ayırt edebilmeniz için, örneğin “Telefonum”.
hint-trust-device = Gün: { $days }. Bunu yalnızca başka kimsenin kullanmadığı bir cihazda seçin.
hint-account-name = Onaylamak için { $name } yazın.

strength-very-weak = Güç: çok zayıf
strength-weak = Güç: zayıf
strength-fair = Güç: orta
strength-good = Güç: iyi
strength-strong = Güç: güçlü

## Forms

register-title = Hesabınızı oluşturun
register-lead = { $app_name } sitesine hoş geldiniz.
register-submit = Hesap oluştur
register-elsewhere = Zaten hesabınız var mı?

sign-in-or-register-title = Oturum açın veya hesap oluşturun

# After the password was asked for again: what was posted before is sent by a button.
continue-title = Devam et
continue-lead = Parolanız doğrulandı ve daha önce gönderdikleriniz hâlâ burada. Düğmeye bastığınızda gönderilir.
continue-submit = Devam et

sign-in-title = Oturum açın
sign-in-submit = Oturum aç
sign-in-elsewhere = Burada yeni misiniz?

sign-out-title = Oturumu kapatın
sign-out-lead = Bu cihazda { $app_name } oturumunuzu kapatmak istiyor musunuz?
sign-out-submit = Oturumu kapat

confirm-email-title = E-posta adresinizi onaylayın
confirm-email-lead = Düğmeye bir kez bastığınızda adresiniz onaylanır.
confirm-email-lead-password = Bu adres aşağıdaki hesaba ait olacak. Adresinizi başka kimse alamasın diye lütfen hesabın parolasını girin.
confirm-email-lead-new-password = Bu hesap sizin adresinizle, belki sizin tarafınızdan başka bir tarayıcıda kaydedildi. O zaman seçilen parolayı girin. Bilmiyorsanız yeni bir parola belirleyin: eskisinin yerine geçer ve diğer herkesin oturumunu kapatır.
confirm-email-registered = Kayıt
confirm-email-browser = Tarayıcı
confirm-email-submit = E-posta adresini onayla

resend-confirm-email-title = Yeni onay e-postası alın
resend-confirm-email-lead = Kaydolurken kullandığınız adresi girin. Henüz onaylanmadıysa size yeni bir bağlantı göndeririz.
resend-confirm-email-submit = E-postayı gönder

forgot-password-title = Parolanızı mı unuttunuz?
forgot-password-lead = E-posta adresinizi girin. Bu adrese ait bir hesap varsa yeni parola belirlemeniz için bir bağlantı göndeririz.
forgot-password-submit = Bağlantıyı gönder

reset-password-title = Yeni bir parola belirleyin
reset-password-lead = Tüm oturumlarınız kapatılır, ardından yeni parolanızla oturum açabilirsiniz.
reset-password-submit = Yeni parolayı kaydet

change-password-title = Parolanızı değiştirin
change-password-lead = Buradaki oturumunuz açık kalır. Diğer tüm cihazlarda oturum kapatılır.
change-password-submit = Parolayı değiştir

recovery-codes-title = Kurtarma kodları
recovery-codes-lead = Parolanızı bilmiyorsanız ve e-postanıza da erişemiyorsanız bir kurtarma koduyla hesabınıza girebilirsiniz. Her kod yalnızca bir kez kullanılabilir.
recovery-codes-left = { $left ->
    [0] Kurtarma kodunuz yok.
    [one] Kullanılmamış bir kodunuz var.
   *[other] Kullanılmamış { $left } kodunuz var.
}
# Stands above the button that makes new codes, where there are some.
recovery-codes-replaced = Yeni kodlar elinizdekilerin yerine geçer. Eskileriyle bir süre daha hesabınıza dönebilirsiniz.
recovery-codes-earlier = Önceki kodlarınızla şu ana kadar hesabınıza dönebilirsiniz: { $until }.
# Codes under a secret of the site that it does not know any more.
recovery-codes-lost = Bu site anahtarını değiştirdiği için daha önce oluşturduğunuz kodlar artık çalışmıyor. Lütfen yenilerini oluşturun.
recovery-codes-submit = Yeni kodlar oluştur
recovery-codes-new-title = Kurtarma kodlarınızı kaydedin
recovery-codes-new-lead = Kodları yazdırın veya bir yere not edin ve yalnızca sizin bulabileceğiniz bir yerde saklayın. Bu sayfada yalnızca bir kez gösterilirler.
recovery-codes-saved = Kodlarımı kaydettim

use-recovery-code-title = Kurtarma kodu kullanın
use-recovery-code-lead = Kurtarma kodlarınızdan birini girin ve yeni bir parola belirleyin. Diğer tüm cihazlarda oturum kapatılır.
# The same page for somebody who is signed in and must show that it is them.
use-recovery-code-lead-proof = Parolanızın yerine kurtarma kodlarınızdan birini girin. Bu kod bir daha kullanılamaz.
use-recovery-code-submit = Yeni parolayı kaydet
use-recovery-code-submit-proof = Devam et

second-step-title = Kodunuzu girin
second-step-lead = Kimlik doğrulama uygulamanızı açın ve gösterdiği kodu girin.
second-step-lead-recovery = Kurtarma kodlarınızdan birini girin. Bu kod bir daha kullanılamaz.
second-step-submit = Oturum aç
second-step-other-recovery = Bunun yerine kurtarma kodu kullan
second-step-other-app = Bunun yerine kimlik doğrulama uygulamasını kullan

authenticator-apps-title = Kimlik doğrulama uygulamaları
authenticator-apps-lead = Kimlik doğrulama uygulaması her 30 saniyede yeni bir kod gösterir. Oturum açarken bu kodu girersiniz; böylece parola tek başına yetmez.
authenticator-apps-none = Henüz bir uygulama kurmadınız.
authenticator-apps-unnamed = Kimlik doğrulama uygulaması
authenticator-apps-created = Kurulum
authenticator-apps-last-used = Son kullanım
authenticator-apps-rename = Adı kaydet
authenticator-apps-remove = Kaldır
authenticator-apps-submit = Uygulama kur
trusted-devices-title = Güvenilir cihazlar
trusted-devices-lead = Bu cihazlarda oturum açmak için parolanız yeterlidir.
trusted-devices-until = Bitiş
trusted-devices-forget = Yeniden kod sor
set-up-totp-title = Uygulamanızı kurun
set-up-totp-lead = Bu resmi kimlik doğrulama uygulamanızla tarayın. Ardından gösterdiği kodu girin.
set-up-totp-qr = Kimlik doğrulama uygulamanız için QR kodu
set-up-totp-open = Bu cihazda bir uygulama aç
set-up-totp-key = Tarayamıyor musunuz? Bu anahtarı uygulamanıza yazın:
set-up-totp-submit = Kurulumu tamamla

export-data-title = Verileriniz
export-data-lead = Bu sitenin sizinle ilgili sakladıklarını indirin: hesabınız, profiliniz, cihazlarınız ve son olaylar. Parolalar ve diğer gizli bilgiler dahil değildir.
export-data-submit = Verilerimi hazırla
export-data-underway = Verilerinizi hazırlıyoruz. Hazır olduğunda size e-posta göndereceğiz.
# On the page and in the mail.
export-data-ready = Şu zamana kadar indirebilirsiniz: { $until }.
export-data-zip = Her şey, resminizle birlikte (ZIP)
export-data-json = Yalnızca veriler (JSON)

delete-account-title = Hesabınızı silin
delete-account-lead = Hesabınız, ona ait her şeyle birlikte silinir: profil, e-posta adresleri, resim ve oturumlar. Geri getirilemez.
delete-account-due = Tüm cihazlarda oturumunuz kapatılır. Hesap şu zamanda silinir: { $due }. O zamana kadar oturum açıp hesabınızı koruyabilirsiniz.
delete-account-at-once = Hesap hemen silinir.
delete-account-submit = Hesabı sil

keep-account-title = Hesabınızı korumak ister misiniz?
keep-account-lead = Hesabınız, ona ait her şeyle birlikte silinecek: { $due }.
keep-account-submit = Hesabı koru
# Goes on without deciding.
keep-account-elsewhere = Şimdi değil

change-username-title = Kullanıcı adınızı değiştirin
change-username-lead = Lütfen değişikliği parolanızla onaylayın.
change-username-submit = Kullanıcı adını değiştir
edit-profile-title = Profilinizi düzenleyin
edit-profile-submit = Kaydet
picture-title = Resminiz
picture-lead = Adınızın yanında gösterilir. Resmi kare olarak kırpar ve çekildiği yer gibi dosyadaki diğer tüm bilgileri sileriz.
picture-submit = Resmi kaydet
picture-remove = Resmi kaldır
# Read aloud in place of somebody's picture.
picture-of = { $name } adlı kişinin resmi

change-email-title = E-posta adresinizi değiştirin
change-email-lead = Yeni adrese bir bağlantı göndeririz. Siz bağlantıyı açana kadar hesabınızın adresi { $address } olarak kalır.
change-email-submit = Bağlantıyı gönder

undo-email-change-title = Hesabınızı geri alın
undo-email-change-lead = Düğmeye bir kez bastığınızda hesabınız yeniden { $address } adresini kullanır. Şimdiki parola geçersiz olur, tüm cihazlarda oturum kapatılır ve yakın zamanda eklenen adresler kaldırılır. Ardından yeni bir parola belirlersiniz.
undo-email-change-submit = Bunu ben yapmadım

## Email addresses

manage-emails-title = E-posta adresleriniz
manage-emails-lead = Hesabınızla ilgili e-postalar birincil adrese gönderilir. Onaylanmış her adresle oturum açabilirsiniz.
email-make-primary = Birincil yap
email-delete = Kaldır
email-send-confirmation = Onay e-postası gönder
add-email-title = Adres ekleyin
add-email-lead = Adresin size ait olduğunu onaylamanız için oraya bir bağlantı göndeririz.
add-email-submit = Adres ekle

## Invitations

invite-title = Birini davet edin
invite-lead = { $app_name } sitesine katılması için bir davet e-postası göndeririz.
invite-submit = Daveti gönder
invitations-title = Davetleriniz
invitations-empty = Henüz kimseyi davet etmediniz.
invitation-sent = Gönderildi
invitation-open = Açık, son tarih { $date }
invitation-accepted = Kabul edildi
invitation-expired = Süresi doldu
invitation-revoked = Geri çekildi
invitation-resend = Yeniden gönder
invitation-revoke = Geri çek
accept-invitation-title = Davet edildiniz
accept-invitation-lead = { $address } adresiyle { $app_name } sitesine davet edildiniz.
accept-invitation-lead-by = { $inviter } sizi { $address } adresiyle { $app_name } sitesine davet etti.
accept-invitation-signed-in = { $name } olarak oturum açtınız.
accept-invitation-has-account = Bu adresle zaten bir hesabınız var. Daveti kabul etmek için oturum açın.
accept-invitation-other-account = Davet { $name } için değil, başka biri için. Davet sizinse önce oturumu kapatın.
accept-invitation-submit = Daveti kabul et
register-invited-lead = { $app_name } sitesine katılmaya davet edildiniz.

## The profile

profile-title = Profiliniz
profile-account = Hesap
profile-emails = E-posta
profile-roles = Roller
profile-member-since = Üyelik başlangıcı
profile-manage-emails = Adres ekleyin, kaldırın veya onaylayın; e-postaların nereye gideceğini seçin.
profile-change-email = Hesabınız için başka bir adres kullanın.
profile-about = Hakkınızda
profile-no-value = Belirtilmedi
profile-yes = Evet
profile-no = Hayır
profile-edit = Burada gösterilenleri değiştirin.
profile-picture = Adınızın yanında bir resim gösterin.
profile-change-username = Görünmek istediğiniz adı seçin.
profile-change-password = Yeni bir parola belirleyin ve diğer tüm cihazlarda oturumu kapatın.
profile-recovery-codes = Parolanızı ve e-postanızı kaybetseniz bile hesabınıza girin.
profile-authenticator-apps = Oturum açarken telefonunuzdan bir kod istensin.
profile-sessions = Cihazlarınızı görün, tanımadıklarınızda oturumu kapatın.
profile-invite = E-postayla davet gönderin.
profile-export-data = Bu sitenin sizinle ilgili sakladıklarını indirin.
profile-delete-account = Hesabınızı içindeki her şeyle birlikte silin.
email-primary = Birincil
email-confirmed = Onaylandı
email-unconfirmed = Onaylanmadı

## Where you are signed in

sessions-title = Açık oturumlarınız
sessions-lead = Hesabınızda bu tarayıcılarda oturum açık. Tanımadığınız biri varsa oturumunu kapatın ve parolanızı değiştirin.
session-current = Bu tarayıcı
# Such as "Firefox on Linux".
browser-on = { $browser } ({ $system })
session-unknown-browser = Bilinmeyen tarayıcı
session-created = Oturum açılışı
session-last-seen = Son etkinlik
session-revoke = Oturumu kapat
sessions-revoke-others = Diğer tüm oturumları kapat

## The development mailbox

mailbox-title = Posta kutusu
mailbox-lead = Bu geliştirme sitesinin tüm e-postaları buraya gelir.
mailbox-empty = Henüz e-posta yok.
mailbox-from = Gönderen
mailbox-to = Alıcı
mailbox-date = Tarih
mailbox-faces = Bu e-postanın görünümleri
mailbox-face-text = Metin
mailbox-face-html = HTML
mailbox-face-source = Kaynak
mailbox-links = Bu e-postadaki bağlantılar

## Problems

# $seconds is how long to wait, 0 when unknown; $minutes is the same, 0 when it is better told in seconds.
problem-bad-request-title = Bunu anlayamadık
problem-bad-request-advice = İstekte bir yanlışlık vardı. Lütfen geri dönüp yeniden deneyin.
problem-unauthenticated-title = Lütfen oturum açın
problem-unauthenticated-advice = Bu sayfa oturum açmış kullanıcılar içindir.
problem-sign-in-again-title = Lütfen parolanızı yeniden girin
problem-sign-in-again-advice = Bunun için parolanın kısa süre önce girilmiş olması gerekir. Bir kez daha oturum açın ve yeniden deneyin.
problem-forbidden-title = Bu sayfaya erişiminiz yok
problem-forbidden-advice = Hesabınız bu sayfayı görüntüleyemez. Bunun yanlış olduğunu düşünüyorsanız site yöneticilerine sorun.
problem-csrf-title = Bu form artık geçerli değil
problem-csrf-advice = Güvenliğiniz için formlar sınırlı bir süre boyunca ve yalnızca açıldıkları tarayıcıda çalışır. Lütfen geri dönün, sayfayı yenileyin ve formu tekrar gönderin.
problem-cookies-title = Bu sitenin çerezlere ihtiyacı var
problem-cookies-advice = Tarayıcınız hiç çerez göndermediği için formun sizden geldiğini anlayamıyoruz. Lütfen tarayıcınızın ayarlarında bu site için çerezlere izin verin, sayfayı yenileyin ve formu tekrar gönderin.
problem-link-cookies-title = Bu sitenin çerezlere ihtiyacı var
problem-link-cookies-advice = Tarayıcınız hiç çerez göndermediği için bu sayfa hangi bağlantıya ait olduğunu bilmiyor. Lütfen tarayıcınızın ayarlarında bu site için çerezlere izin verin, ardından e-postadaki bağlantıyı yeniden açın.
problem-not-found-title = Burada bir şey yok
problem-not-found-advice = Adres yanlış yazılmış veya sayfa taşınmış olabilir.
problem-method-not-allowed-title = Bu işlem burada yapılamaz
problem-method-not-allowed-advice = Bu sayfa bu şekilde kullanılamaz. Lütfen geri dönüp yeniden deneyin.
problem-too-large-title = Gönderilen çok büyük
problem-too-large-advice = Gönderilen içerik kabul ettiğimizden büyük. Lütfen kısaltıp yeniden deneyin.
problem-unsupported-media-type-title = Bu biçimi okuyamıyoruz
problem-unsupported-media-type-advice = Gönderilen içeriğin biçimi burada kabul edilmiyor.
problem-invalid-title = Bazı bilgiler doğru değil
problem-invalid-advice = Lütfen geri dönüp girdiğiniz bilgileri kontrol edin.
problem-too-many-requests-title = Çok fazla deneme yapıldı
problem-too-many-requests-advice = { $minutes ->
    [0] { $seconds ->
        [0] Lütfen biraz bekleyip yeniden deneyin.
        [one] Lütfen bir saniye bekleyip yeniden deneyin.
       *[other] Lütfen { $seconds } saniye bekleyip yeniden deneyin.
    }
    [one] Lütfen bir dakika bekleyip yeniden deneyin.
   *[other] Lütfen { $minutes } dakika bekleyip yeniden deneyin.
}
problem-internal-title = Bir şeyler ters gitti
problem-internal-advice = Hata sizde değil, bizde; kaydını aldık. Lütfen daha sonra yeniden deneyin.
problem-unavailable-title = Şu anda çok yoğunuz
problem-unavailable-advice = { $minutes ->
    [0] { $seconds ->
        [0] Lütfen birazdan yeniden deneyin.
        [one] Lütfen bir saniye sonra yeniden deneyin.
       *[other] Lütfen { $seconds } saniye sonra yeniden deneyin.
    }
    [one] Lütfen bir dakika sonra yeniden deneyin.
   *[other] Lütfen { $minutes } dakika sonra yeniden deneyin.
}

## The menu of the account pages

menu-you = Siz
menu-security = Güvenlik
menu-settings = Hesap ayarları
menu-where = Tüm ayarlar. Buradasınız:
menu-profile = Profil
menu-edit-profile = Kişisel bilgiler
menu-picture = Resim
menu-manage-emails = E-posta adresleri
menu-change-email = E-posta adresi
menu-change-username = Kullanıcı adı
menu-change-password = Parola
menu-recovery-codes = Kurtarma kodları
menu-authenticator-apps = Kimlik doğrulama uygulamaları
menu-sessions = Cihazlarınız
menu-invite = Davetler
menu-export-data = Verileriniz
menu-delete-account = Hesabı sil
profile-change = Değiştir
profile-change-picture = Resmi değiştir

## Coming in

sign-in-to = { $app_name }: oturum açın
password-show = Parolayı göster
check-email-title = E-postanıza bakın
check-email-lead = { $address } adresine bir e-posta gönderdik. Devam etmek için içindeki bağlantıyı açın.
check-email-lead-resend = { $address } henüz onaylanmadıysa yeni bağlantıyı içeren bir e-posta yolda.
check-email-lead-reset = { $address } adresine ait bir hesap varsa bağlantı içeren bir e-posta yolda.
check-email-hint = Gelmedi mi? İstenmeyen postalara bakın veya yeniden gönderin.
check-email-submit = Yeniden gönder
check-email-other = Başka bir adres kullan
confirm-identity-title = Siz olduğunuzu onaylayın
confirm-identity-lead = Hesabınızı koruyan bir şeyi değiştirmek üzeresiniz. Devam etmek için parolanızı girin.
confirm-identity-submit = Onayla
confirm-identity-cancel = Vazgeç ve geri dön

## The foot of the page

footer-help = Yardım
footer-privacy = Gizlilik
footer-terms = Koşullar
footer-support = Destekle iletişime geç
problem-reference = Başvuru numarası: { $reference }
