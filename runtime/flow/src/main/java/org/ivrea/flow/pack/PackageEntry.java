package org.ivrea.flow.pack;

import java.util.HexFormat;

/// What the manifest says of a file.
///
/// @param size   in bytes
/// @param sha256 of its content, 64 hexadecimal digits in lower case
public record PackageEntry(long size, String sha256) {
    public PackageEntry {
        if (size < 0 || sha256.length() != 64 || !sha256.chars().allMatch(PackageEntry::isHexDigit)) {
            throw new IllegalArgumentException("no size and SHA-256 of a file: " + size + ", " + sha256);
        }
    }

    static PackageEntry of(long size, byte[] hash) {
        return new PackageEntry(size, HexFormat.of().formatHex(hash));
    }

    static boolean isHexDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
    }
}
