package org.ivrea.flow.pack;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/// A key that signs packages. On disk it is protected by a passphrase: PKCS #8 with PBES2 (RFC 8018:
/// PBKDF2-HMAC-SHA256, AES-256), which OpenSSL reads as well, and behind it the line of its public half.
public final class SigningKey {
    private static final String PROTECTION = "PBEWithHmacSHA256AndAES_256";
    private static final int ROUNDS = 600_000;
    private static final String BEGIN = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static final String END = "-----END ENCRYPTED PRIVATE KEY-----";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final PrivateKey key;
    private final SignerKey signer;

    private SigningKey(PrivateKey key, SignerKey signer) {
        this.key = key;
        this.signer = signer;
    }

    /// @param comment whose key it is, on one line
    public static SigningKey generate(String comment) {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(SignerKey.ALGORITHM).generateKeyPair();
            return new SigningKey(pair.getPrivate(),
                    new SignerKey(pair.getPublic(), comment.replaceAll("\\p{Cntrl}", " ")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /// The public half.
    public SignerKey signer() {
        return signer;
    }

    byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance(SignerKey.ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this key cannot sign", e);
        }
    }

    /// The text of the key's file.
    ///
    /// @param passphrase not empty; the caller wipes it
    public String protect(char[] passphrase) {
        if (passphrase.length == 0) {
            throw new IllegalArgumentException("A key is protected by a passphrase; choose one");
        }
        PBEKeySpec secret = new PBEKeySpec(passphrase);
        try {
            Cipher cipher = Cipher.getInstance(PROTECTION);
            byte[] salt = new byte[16];
            new java.security.SecureRandom().nextBytes(salt);
            cipher.init(Cipher.ENCRYPT_MODE, SecretKeyFactory.getInstance(PROTECTION).generateSecret(secret),
                    new PBEParameterSpec(salt, ROUNDS));
            // The cipher calls its parameters by the scheme's full name, which has no number to be written down.
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            byte[] encrypted = new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(key.getEncoded()))
                    .getEncoded();
            return BEGIN + "\n" + LINES.encodeToString(encrypted) + "\n" + END + "\n" + signer.line() + "\n";
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot protect keys", e);
        } finally {
            secret.clearPassword();
        }
    }

    /// The key of a file's text.
    ///
    /// @param passphrase the caller wipes it
    /// @throws IllegalArgumentException with a message for people when the text is no key's, or the passphrase wrong
    public static SigningKey unlock(String text, char[] passphrase) {
        List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int begin = lines.indexOf(BEGIN);
        int end = lines.indexOf(END);
        if (begin < 0 || end < begin || end + 1 >= lines.size()) {
            throw new IllegalArgumentException("This is no signing key; \"ivrea keys new\" makes one");
        }
        SignerKey signer = SignerKey.parse(lines.get(end + 1));
        byte[] encrypted;
        try {
            encrypted = Base64.getDecoder().decode(String.join("", lines.subList(begin + 1, end)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The signing key's file is damaged; take it from your backup", e);
        }
        SigningKey key = new SigningKey(decrypt(encrypted, passphrase), signer);
        byte[] probe = {1};
        if (!signer.verifies(probe, key.sign(probe))) {
            throw new IllegalArgumentException("The two halves in the signing key's file do not belong together; take "
                    + "it from your backup");
        }
        return key;
    }

    private static PrivateKey decrypt(byte[] encrypted, char[] passphrase) {
        PBEKeySpec secret = new PBEKeySpec(passphrase);
        byte[] plain = null;
        try {
            var info = new EncryptedPrivateKeyInfo(encrypted);
            Cipher cipher = Cipher.getInstance(PROTECTION);
            cipher.init(Cipher.DECRYPT_MODE, SecretKeyFactory.getInstance(PROTECTION).generateSecret(secret),
                    info.getAlgParameters());
            plain = cipher.doFinal(info.getEncryptedData());
            return KeyFactory.getInstance(SignerKey.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(plain));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The passphrase does not fit the signing key", e);
        } finally {
            secret.clearPassword();
            if (plain != null) {
                Arrays.fill(plain, (byte) 0);
            }
        }
    }
}
