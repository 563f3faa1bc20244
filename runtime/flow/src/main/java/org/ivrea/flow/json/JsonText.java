package org.ivrea.flow.json;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// The text of a file, decoded strictly.
///
/// @param text      what could be decoded: all of it, or what stands before the first byte that is no UTF-8
/// @param complete  false when the bytes are not UTF-8
/// @param orderMark true when a byte order mark was skipped
record JsonText(String text, boolean complete, boolean orderMark) {
    private static final char MARK = '\uFEFF';

    static JsonText decode(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        chars.flip();
        boolean marked = chars.hasRemaining() && chars.get(0) == MARK;
        if (marked) {
            chars.get();
        }
        return new JsonText(chars.toString(), !result.isError(), marked);
    }
}
