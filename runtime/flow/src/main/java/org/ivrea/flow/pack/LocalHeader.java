package org.ivrea.flow.pack;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.ivrea.flow.pack.PackageRefused.Reason;

/// What stands before a file in a package that somebody else made.
///
/// @param crc  the content's CRC-32
/// @param size the content's length in bytes
record LocalHeader(String name, int crc, long size) {
    private static final int ENCRYPTED = 1;
    private static final int SIZE_BEHIND = 1 << 3;

    /// The length of the name that follows the header's fixed part.
    static int nameLength(ByteBuffer fixed) {
        return Short.toUnsignedInt(fixed.getShort(26));
    }

    /// @param fixed [ZipForm#LOCAL_SIZE] bytes
    /// @param name  the bytes of the name
    /// @throws PackageRefused when the header is not what [ZipForm] writes
    static LocalHeader read(ByteBuffer fixed, byte[] name) throws PackageRefused {
        int flags = Short.toUnsignedInt(fixed.getShort(6));
        String text = new String(name, StandardCharsets.UTF_8);
        String shown = text.replaceAll("\\p{Cntrl}", "?");
        if ((flags & ENCRYPTED) != 0) {
            throw changed("\"" + shown + "\" is encrypted");
        }
        if (fixed.getShort(8) != 0) {
            throw changed("\"" + shown + "\" is compressed");
        }
        if ((flags & SIZE_BEHIND) != 0) {
            throw changed("\"" + shown + "\" does not say its length before its content");
        }
        if (fixed.getShort(28) != 0) {
            throw changed("\"" + shown + "\" has extra fields");
        }
        int crc = fixed.getInt(14);
        long size = Integer.toUnsignedLong(fixed.getInt(18));
        if (size != Integer.toUnsignedLong(fixed.getInt(22))) {
            throw changed("\"" + shown + "\" gives two lengths");
        }
        ByteBuffer expected = ZipForm.local(text, crc, size);
        boolean same = expected.remaining() == fixed.limit() + name.length
                && expected.slice(0, fixed.limit()).equals(fixed.duplicate().rewind())
                && expected.slice(fixed.limit(), name.length).equals(ByteBuffer.wrap(name));
        if (!same) {
            throw changed("\"" + shown + "\" has a date, attributes, or a name that is not UTF-8");
        }
        return new LocalHeader(text, crc, size);
    }

    private static PackageRefused changed(String what) {
        return new PackageRefused(Reason.NOT_CANONICAL, "The package is not in the one form that Ivrea writes: "
                + what + ". Another program made or changed it; pack the project again");
    }
}
