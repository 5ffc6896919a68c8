### One-time messages at the top of the next page.

notice-registered-confirm = Neredeyse bitti! Size bağlantı içeren bir e-posta gönderdik. Adresinizi onaylamak için lütfen bağlantıyı açın.
notice-registered = Hesabınız hazır. Şimdi oturum açabilirsiniz.
notice-email-confirmed = E-posta adresiniz onaylandı.
# The same for everyone: must not tell whether the address is known.
notice-confirmation-sent = Bu adres henüz onaylanmadıysa yeni bağlantı içeren bir e-posta yolda. Lütfen istenmeyen postalara da bakın.
notice-signed-in = Oturumunuz açıldı.
notice-signed-out = Oturumunuz kapatıldı.
# The same for everyone: must not tell whether the address is known.
notice-reset-sent = Bu adrese ait bir hesap varsa bağlantı içeren bir e-posta yolda. Lütfen istenmeyen postalara da bakın.
notice-password-reset = Yeni parolanız kaydedildi.
notice-password-changed = Parolanız değiştirildi. Diğer tüm cihazlarda oturum kapatıldı.
notice-totp-added = Kimlik doğrulama uygulamanız kuruldu. Bundan sonra oturum açarken kodunu isteyeceğiz.
notice-totp-renamed = Ad kaydedildi.
notice-totp-removed = Uygulama kaldırıldı. Kodları artık geçersiz.
notice-device-forgotten = Cihaz artık güvenilir değil. Orada yeniden kod istenecek.
notice-second-factor-required = Bu site, oturum açarken sizden ikinci bir adım istiyor. Lütfen bir kimlik doğrulama uygulaması kurun.
notice-second-step-gone = Lütfen yeniden oturum açın: kodu girmek çok uzun sürdü ya da çok fazla yanlış kod girildi.
notice-recovery-code-used = { $left ->
    [0] Bu, son kurtarma kodunuzdu. Lütfen yeni kodlar oluşturun.
    [one] Bu kod bir daha kullanılamaz. Bir kodunuz kaldı.
   *[other] Bu kod bir daha kullanılamaz. { $left } kodunuz kaldı.
}
notice-export-asked = Verilerinizi hazırlıyoruz. Hazır olduğunda size e-posta göndereceğiz.
notice-deletion-scheduled = Oturumunuz kapatıldı. Hesabınız silinecek: { $due }. O zamana kadar oturum açıp hesabınızı koruyabilirsiniz.
notice-account-deleted = Hesabınız silindi.
notice-account-kept = Hesabınız korundu.
notice-username-changed = Kullanıcı adınız artık { $username }.
notice-email-added = { $address } adresine bağlantı içeren bir e-posta gönderdik. Adresi onaylamak için lütfen bağlantıyı açın.
notice-email-removed = { $address } adresi hesabınızdan kaldırıldı.
notice-primary-email-changed = Hesabınızla ilgili e-postalar artık { $address } adresine gönderilecek.
notice-email-change-undone = Hesap yeniden sizin ve tüm cihazlarda oturum kapatıldı. Lütfen şimdi yeni bir parola belirleyin.
notice-addresses-doubtful = Lütfen son günlerde eklenen adresleri bir kez daha onaylayın ve size ait olmayanları kaldırın.
notice-sign-in-required = O sayfayı görmek için lütfen oturum açın.
notice-sign-in-again = Devam etmek için lütfen parolanızı bir kez daha girin.
notice-not-allowed = Hesabınız o sayfayı görüntüleyemez.
notice-email-not-confirmed = Lütfen önce e-posta adresinizi onaylayın.
notice-session-revoked = O tarayıcıdaki oturum kapatıldı.
notice-sessions-revoked = Diğer tüm tarayıcılarda oturum kapatıldı.
notice-link-invalid = Bu bağlantı çalışmıyor. Eksik olabilir veya yerine daha yenisi gönderilmiş olabilir.
notice-link-expired = Bu bağlantının süresi doldu. Lütfen yenisini isteyin.
notice-link-used = Bu bağlantı daha önce kullanıldı.
notice-link-not-here = Bu tarayıcıda artık o sayfanın bağlantısı yok. Lütfen e-postadaki bağlantıyı yeniden açın.
notice-profile-saved = Profiliniz kaydedildi.
notice-invitation-sent = { $address } adresine gönderilen davet yolda.
notice-invitation-revoked = { $address } adresine gönderilen davet artık geçerli değil.
notice-invitation-accepted = Daveti kabul ettiniz.
notice-invitation-required = Burada hesap oluşturmak için davet gerekir.
notice-invitation-invalid = Bu davet çalışmıyor. Eksik olabilir, geri çekilmiş veya yerine daha yenisi gönderilmiş olabilir.
notice-invitation-expired = Bu davetin süresi doldu. Lütfen yenisini isteyin.
notice-invitation-used = Bu davet daha önce kullanıldı.
notice-picture-saved = Resminiz kaydedildi.
notice-picture-removed = Resminiz kaldırıldı.
