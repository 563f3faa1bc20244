package org.ivrea.freeswitch.real;

/// The same IVR, twice.
enum Variant {
    IVREA(Ivr.FLOW, Ivr.SHORT_FLOW, Ivr.LONG_FLOW), LUA(Ivr.LUA, Ivr.SHORT_LUA, Ivr.LONG_LUA);

    final String extension;
    final String once;
    final String often;

    /// @param extension the whole IVR
    /// @param once      one prompt
    /// @param often     prompts until somebody hangs up
    Variant(String extension, String once, String often) {
        this.extension = extension;
        this.once = once;
        this.often = often;
    }
}
