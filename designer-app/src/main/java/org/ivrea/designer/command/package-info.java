/// Actions: what menus, tool bars, keys, the command palette and the cheat sheet offer.
@NullMarked
package org.ivrea.designer.command;

import org.jspecify.annotations.NullMarked;
