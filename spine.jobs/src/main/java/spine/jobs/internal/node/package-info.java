/**
 * Platforms that share a database and no folders: who they are, how one reaches another, and how images and results go between them. A job
 * belongs to the node that has received it; whoever scores it fetches the images there and gives the result back.
 */
package spine.jobs.internal.node;
