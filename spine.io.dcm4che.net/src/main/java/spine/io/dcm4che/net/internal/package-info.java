/** The service of this bundle. */
package spine.io.dcm4che.net.internal;
