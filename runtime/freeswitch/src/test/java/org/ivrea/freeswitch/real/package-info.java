/// Real calls on a real FreeSWITCH, on this machine alone. Where there is none, these tests are skipped and say why.
@NullMarked
package org.ivrea.freeswitch.real;

import org.jspecify.annotations.NullMarked;
