/** Commands that speak DICOM over the network. */
package spine.app.internal.cli.network;
