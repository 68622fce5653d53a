/**
 * The life of bundles in the framework: installs a file, starts its bundle beside the one it follows, keeps the one
 * that the platform uses, and takes out what is gone. Work on one file never waits for another that hangs.
 */
package spine.deploy.internal.install;
