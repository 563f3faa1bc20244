package org.ivrea.engine.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Finds the addresses of a host. Its answer is checked and then connected to; nobody asks again in between.
@FunctionalInterface
public interface HostResolver {

    /// May be called by many threads at once.
    ///
    /// @param host in ASCII, never an IP address
    /// @throws UnknownHostException when there are none
    /// @throws InterruptedException when the thread was interrupted; the request is given up
    List<InetAddress> resolve(String host) throws UnknownHostException, InterruptedException;
}
