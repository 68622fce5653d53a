/** What can be said of devices for computing before the libraries that use them are loaded. */
package spine.common.device;
