/** The listener: associations that are granted to others, and what is done with their requests. */
package spine.io.dcm4che.net.internal.listen;
