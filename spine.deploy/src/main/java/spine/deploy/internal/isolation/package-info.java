/** Where the code of deployed bundles runs: which are installed as they are, and which get a stand-in without code in their place. */
package spine.deploy.internal.isolation;
