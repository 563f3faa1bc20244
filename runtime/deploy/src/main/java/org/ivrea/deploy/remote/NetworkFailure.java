package org.ivrea.deploy.remote;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import javax.net.ssl.SSLException;
import org.ivrea.deploy.remote.RemoteFailure.Kind;

/// What went wrong on the way to a server, in words.
final class NetworkFailure {
    private NetworkFailure() {}

    static RemoteFailure of(IOException failure, URI server, ServerTrust trust) {
        RemoteFailure refused = trust.refusal();
        if (refused != null && has(failure, SSLException.class)) {
            return refused;
        }
        String at = server.getHost() + ":" + server.getPort();
        if (has(failure, HttpConnectTimeoutException.class)) {
            return new RemoteFailure(Kind.UNREACHABLE,
                    at + " does not answer; is the server on, and does a firewall let "
                            + "this machine through?");
        }
        if (has(failure, HttpTimeoutException.class)) {
            return new RemoteFailure(Kind.TIMEOUT, at + " took the request but did not answer in time; try again");
        }
        if (has(failure, UnresolvedAddressException.class) || has(failure, UnknownHostException.class)) {
            return new RemoteFailure(Kind.UNREACHABLE, "There is no machine named " + server.getHost()
                    + "; correct the address");
        }
        if (has(failure, NoRouteToHostException.class)) {
            return new RemoteFailure(Kind.UNREACHABLE, "There is no way to " + at + " from this machine's network");
        }
        if (has(failure, ConnectException.class)) {
            return new RemoteFailure(Kind.UNREACHABLE, "Nothing answers at " + at + "; is the server running, with its "
                    + "admin interface on, and is the port right?");
        }
        if (has(failure, SSLException.class)) {
            return new RemoteFailure(Kind.INCOMPATIBLE, at + " does not speak TLS as this machine does ("
                    + failure.getMessage() + "); begin the address with http:// if it is on this machine and has no "
                    + "certificate");
        }
        return new RemoteFailure(Kind.UNREACHABLE, "The connection to " + at + " broke (" + reason(failure)
                + "); try again");
    }

    private static String reason(IOException failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
