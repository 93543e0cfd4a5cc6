/** Files in chunks, so that they stream. */
@NullMarked
package org.zhixing.dossier.store;

import org.jspecify.annotations.NullMarked;
