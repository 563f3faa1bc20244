package org.ivrea.flow.pack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ivrea.flow.pack.PackageRefused.Reason;

/// The keys whose packages are accepted.
public final class TrustedSigners {
    private final Map<String, SignerKey> byId = new LinkedHashMap<>();

    public TrustedSigners(Collection<SignerKey> signers) {
        signers.forEach(signer -> byId.put(signer.id(), signer));
    }

    /// The keys of a file: a key on each line, in the form of [SignerKey#line]; empty lines and those that begin with
    /// `#` are passed over.
    ///
    /// @throws IllegalArgumentException naming the line that is no key
    public static TrustedSigners parse(String text) {
        Map<String, SignerKey> signers = new LinkedHashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            if (!line.isBlank() && !line.strip().startsWith("#")) {
                try {
                    SignerKey signer = SignerKey.parse(line);
                    signers.put(signer.id(), signer);
                } catch (IllegalArgumentException e) {
                    throw new IllegalArgumentException("Line " + number + ": " + e.getMessage(), e);
                }
            }
        }
        return new TrustedSigners(signers.values());
    }

    /// Whether packages of this key are accepted.
    ///
    /// @param id of the key: see [SignerKey#id]
    public boolean trusts(String id) {
        return byId.containsKey(id);
    }

    SignerKey check(SignatureCodec signature, byte[] manifest) throws PackageRefused {
        SignerKey signer = byId.get(signature.key());
        if (signer == null) {
            throw new PackageRefused(Reason.SIGNER, "The package is signed by the key " + signature.key()
                    + ", which is not trusted here; if you trust who made it, add their key to the trusted ones");
        }
        if (!signature.fits(signer, manifest)) {
            throw new PackageRefused(Reason.SIGNATURE,
                    "The package's signature by " + signer + " is wrong: the package "
                            + "was changed after it was signed. Get it again from who made it");
        }
        return signer;
    }
}
