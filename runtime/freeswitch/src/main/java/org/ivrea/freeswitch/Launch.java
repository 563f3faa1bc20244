package org.ivrea.freeswitch;

import org.ivrea.freeswitch.bridge.NativeBridge;
import org.ivrea.freeswitch.bridge.Poller;

/// Where the module enters the runtime, once in the life of the process.
public final class Launch {
    private Launch() {}

    /// Binds the module's functions and begins to take its events. Comes back at once: flows are loaded in the
    /// background, and the module is told when calls can come.
    ///
    /// @param api address of a `struct ivrea_api`
    /// @throws IllegalStateException when it is of another version, with the reason for the operator
    public static void start(long api) {
        var bridge = new NativeBridge(api);
        var runtime = new SwitchRuntime(bridge);
        Thread poller = new Poller(bridge, runtime, runtime::stopped).start();
        new ExitGuard(runtime, poller).install();
    }
}
