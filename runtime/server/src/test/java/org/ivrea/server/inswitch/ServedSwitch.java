package org.ivrea.server.inswitch;

/// A switch inside which a server runs.
interface ServedSwitch extends AutoCloseable {

    /// Places a call to a number, without a flow's name.
    Caller call(String number);

    /// From now on the switch has not loaded `mod_tone_stream`.
    void unloadTones();

    /// Ends in order, with the calls that are up.
    void stop();

    @Override
    void close();
}
