/// Projects as commands open, show and change them.
@NullMarked
package org.ivrea.server.cli.project;

import org.jspecify.annotations.NullMarked;
