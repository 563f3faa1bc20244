package org.ivrea.designer.screenshots;

import java.nio.file.Path;
import org.ivrea.designer.window.MainWindow;

/// What there are pictures of.
enum Scenes {
    /// The page that greets.
    WELCOME {
        @Override
        void prepare(MainWindow window, Path project) {}

        @Override
        boolean isReady(MainWindow window) {
            return window.scene().lookup("#welcome") != null;
        }
    },
    /// A flow being drawn.
    AUTHOR {
        @Override
        void arrange(MainWindow window) {
            window.reveal("bank", "services");
        }
    },
    /// The command palette.
    COMMANDS {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("help.commands").run().run();
        }
    },
    /// The keys at a glance.
    KEYS {
        @Override
        void arrange(MainWindow window) {
            window.actions().get("help.keys").run().run();
        }
    };

    void prepare(MainWindow window, Path project) {
        window.open(project);
    }

    boolean isReady(MainWindow window) {
        return window.isAnalysed();
    }

    void arrange(MainWindow window) {}
}
