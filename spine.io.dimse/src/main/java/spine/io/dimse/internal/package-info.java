/** The service of this bundle. */
package spine.io.dimse.internal;
