package org.ivrea.deploy.remote;

/// Where the token for a server comes from, so that it is held no longer than needed.
@FunctionalInterface
public interface TokenSource {

    /// @throws RemoteFailure of the kind [RemoteFailure.Kind#TOKEN] when there is none
    String token() throws RemoteFailure;
}
