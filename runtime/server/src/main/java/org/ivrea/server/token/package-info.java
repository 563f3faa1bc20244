/// Who may use the admin interface, and what for.
@NullMarked
package org.ivrea.server.token;

import org.jspecify.annotations.NullMarked;
