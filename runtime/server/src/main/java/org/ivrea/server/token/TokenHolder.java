package org.ivrea.server.token;

/// Who somebody is.
///
/// @param hash SHA-256 of the token, 64 hexadecimal digits. Tokens are 256 random bits, so nobody finds one by trying,
///             and a slow hash, which passwords need, would only slow down the server
public record TokenHolder(Role role, String name, String hash) {
    static final String NAME = "[A-Za-z0-9][A-Za-z0-9._@-]{0,63}";
    static final String HASH = "[0-9a-f]{64}";

    public TokenHolder {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("A name is 1 to 64 letters, digits and . _ @ -, not \"" + name + "\"");
        }
        if (!hash.matches(HASH)) {
            throw new IllegalArgumentException("the hash of a token has 64 hexadecimal digits");
        }
    }

    /// The line of the tokens file.
    String line() {
        return role.word() + " " + name + " " + hash;
    }
}
