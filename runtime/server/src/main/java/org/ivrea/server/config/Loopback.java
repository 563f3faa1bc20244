package org.ivrea.server.config;

import java.net.InetAddress;
import java.net.UnknownHostException;

/// Which addresses other machines cannot reach.
final class Loopback {
    private Loopback() {}

    static boolean is(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
