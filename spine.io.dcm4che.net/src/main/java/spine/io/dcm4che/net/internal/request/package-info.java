/** What this side asks of other nodes by dcm4che. */
package spine.io.dcm4che.net.internal.request;
