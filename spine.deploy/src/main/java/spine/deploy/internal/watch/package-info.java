/**
 * Looks into the folder of incoming bundles and the deploy folder again and again, tells files that are there as a
 * whole from those that still grow, and hands them on. Only one process of a home works on incoming bundles at a time.
 */
package spine.deploy.internal.watch;
