package org.ivrea.designer.servers;

import java.io.IOException;
import org.ivrea.deploy.remote.RemoteFailure;

/// Keeps the servers' tokens. Methods may take time.
public interface TokenVault {

    /// @throws RemoteFailure when there is none, or it is not safe to use it
    String token(String server) throws RemoteFailure;

    /// @param name of the server, for people who look into the vault
    void put(String server, String name, String token) throws IOException;

    void remove(String server) throws IOException;
}
