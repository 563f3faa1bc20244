package org.ivrea.flow.pack;

import java.util.Arrays;
import java.util.Base64;
import org.ivrea.flow.json.Json;
import org.ivrea.flow.json.JsonLimits;
import org.ivrea.flow.json.JsonReader;
import org.ivrea.flow.json.JsonWriter;
import org.ivrea.flow.pack.PackageRefused.Reason;

/// Reads and writes `signature.json`: which key signed the manifest, and the signature.
///
/// @param key       the id of the key
/// @param signature of the bytes of `manifest.json`
record SignatureCodec(String key, byte[] signature) {
    static final int LONGEST = 1_000;

    static byte[] write(byte[] manifest, SigningKey signing) {
        return write(signing.signer().id(), signing.sign(message(manifest)));
    }

    private static byte[] write(String key, byte[] signature) {
        return JsonWriter.canonicalBytes(Json.obj("algorithm", Json.of(SignerKey.ALGORITHM), "key", Json.of(key),
                "signature", Json.of(Base64.getEncoder().encodeToString(signature))));
    }

    static SignatureCodec read(byte[] bytes) throws PackageRefused {
        Json value = JsonReader.read(bytes, JsonLimits.DEFAULT.withMaxBytes(LONGEST)).value();
        if (value instanceof Json.Obj members && members.get("key") instanceof Json.Str(String key)
                && members.get("signature") instanceof Json.Str(String text)) {
            try {
                byte[] signature = Base64.getDecoder().decode(text);
                if (Arrays.equals(write(key, signature), bytes)) {
                    return new SignatureCodec(key, signature);
                }
            } catch (IllegalArgumentException _) {
                throw damaged();
            }
        }
        throw damaged();
    }

    boolean fits(SignerKey signer, byte[] manifest) {
        return signer.verifies(message(manifest), signature);
    }

    /// Signed for this one purpose: a signature made for another protocol with the same key is none here.
    private static byte[] message(byte[] manifest) {
        byte[] purpose = "ivrea package manifest\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] message = Arrays.copyOf(purpose, purpose.length + manifest.length);
        System.arraycopy(manifest, 0, message, purpose.length, manifest.length);
        return message;
    }

    private static PackageRefused damaged() {
        return new PackageRefused(Reason.SIGNATURE,
                "The package's signature is damaged; get the package again from who made it");
    }
}
