/** Starts PostgreSQL, Keycloak and the API as ordinary processes: no container engine, no installed server. */
@NullMarked
package org.zhixing.launcher;

import org.jspecify.annotations.NullMarked;
