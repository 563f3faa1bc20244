package org.ivrea.deploy.remote;

import java.util.Collection;
import org.ivrea.flow.pack.SignerKey;

/// Opens targets.
@FunctionalInterface
public interface Targets {

    /// Does not ask the target anything yet.
    TargetClient open(Target target);

    /// Real ones.
    ///
    /// @param own keys whose packages folders take
    /// @param by  who deploys, for the history of folders; a server knows it by the token
    static Targets real(Collection<SignerKey> own, String by) {
        return target -> switch (target) {
            case Target.ServerTarget server -> new ApiClient(server);
            case Target.FolderTarget folder -> new FolderClient(folder, own, by);
        };
    }
}
