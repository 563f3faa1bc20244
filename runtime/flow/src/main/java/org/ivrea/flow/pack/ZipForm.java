package org.ivrea.flow.pack;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The one form in which a package is a zip file (PKWARE's APPNOTE 6.3, the parts every program reads): files are
/// stored, not compressed, follow each other without a gap, and have no date, no attributes and no extra fields.
///
/// So one content has one sequence of bytes, whatever machine writes it, and the length of what is read is never
/// anything but the length of the file.
final class ZipForm {
    static final int LOCAL = 0x04034b50;
    static final int CENTRAL = 0x02014b50;
    static final int END = 0x06054b50;
    static final int LOCAL_SIZE = 30;
    static final int CENTRAL_SIZE = 46;
    static final int END_SIZE = 22;

    private static final short VERSION = 10;
    /// Names are UTF-8.
    private static final short FLAGS = 1 << 11;
    private static final short STORED = 0;
    /// 1980-01-01, the zero of zip's calendar.
    private static final short DATE = 0x21;

    private ZipForm() {}

    /// What stands before a file's content.
    static ByteBuffer local(String name, int crc, long size) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(LOCAL_SIZE + text.length).putInt(LOCAL);
        common(header, crc, size, text);
        return header.putShort((short) 0).put(text).flip();
    }

    /// What stands in the directory at the file's end.
    static ByteBuffer central(String name, int crc, long size, long offset) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        ByteBuffer header = little(CENTRAL_SIZE + text.length).putInt(CENTRAL).putShort(VERSION);
        common(header, crc, size, text);
        return header.putShort((short) 0).putShort((short) 0).putShort((short) 0).putShort((short) 0).putInt(0)
                .putInt((int) offset).put(text).flip();
    }

    private static void common(ByteBuffer header, int crc, long size, byte[] name) {
        header.putShort(VERSION).putShort(FLAGS).putShort(STORED).putShort((short) 0).putShort(DATE).putInt(crc)
                .putInt((int) size).putInt((int) size).putShort((short) name.length);
    }

    static ByteBuffer end(int entries, long directorySize, long directoryOffset) {
        return little(END_SIZE).putInt(END).putShort((short) 0).putShort((short) 0).putShort((short) entries)
                .putShort((short) entries).putInt((int) directorySize).putInt((int) directoryOffset)
                .putShort((short) 0).flip();
    }

    static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }
}
