package org.ivrea.freeswitch.bridge;

/// `enum ivrea_type` of `ivrea.h`, which says what the fields of each are.
public final class RecordType {
    public static final int ANSWER = 1;
    public static final int PRE_ANSWER = 2;
    public static final int PLAY = 3;
    public static final int COLLECT = 4;
    public static final int RECORD = 5;
    public static final int SLEEP = 6;
    public static final int DIAL = 7;
    public static final int TRANSFER = 8;
    public static final int QUEUE = 9;
    public static final int VOICEMAIL = 10;
    public static final int CONFERENCE = 11;
    public static final int CALL_RECORDING = 12;
    public static final int SEND_DTMF = 13;
    public static final int LISTEN = 14;
    public static final int EXECUTE = 15;
    public static final int SET_VARIABLE = 16;
    public static final int HANGUP = 17;
    public static final int EMIT = 18;
    public static final int RELEASE = 19;

    public static final int SETTINGS = 100;
    public static final int STARTED = 101;
    public static final int COMPLETED = 102;
    public static final int KEY = 103;
    public static final int HUNG_UP = 104;
    public static final int ENDED = 105;
    public static final int ANNOUNCE = 106;
    public static final int COMMAND = 107;
    public static final int SHUTDOWN = 108;

    public static final int BREAK = 200;
    public static final int PAUSE = 201;
    public static final int RESUME = 202;
    public static final int SEEK = 203;
    public static final int VOLUME = 204;
    public static final int ANNOUNCEMENT = 205;

    /// Flags of operations: the next one is run only if this one is done.
    public static final int LINKED = 1;
    /// Nobody waits for it.
    public static final int QUIET = 2;
    /// Each key pressed meanwhile is reported at once.
    public static final int KEYS = 4;

    private RecordType() {}
}
