/**
 * What stands between the network and dcm4che: limits of time and size, and the form of PDUs and messages, which dcm4che believes. It
 * takes PDUs up to 16 MB, reads commands and responses of any length into memory, and has no limit for a peer that sends byte by byte.
 */
package spine.io.dcm4che.net.internal.guard;
