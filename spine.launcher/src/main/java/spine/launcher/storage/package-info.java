/** Where the framework keeps its installed bundles: {@link spine.launcher.storage.BundleStorage}. */
package spine.launcher.storage;
