/* Work done by several threads at once and handed back in the order in which it was given. */
#ifndef PT_BASE_POOL_H
#define PT_BASE_POOL_H

#include <stdbool.h>
#include <stddef.h>

struct pool;

/* `work` is called for each item by one of the threads, with the thread's number from 0 on; of one thread, by pool_put itself. */
struct pool *pool_open(int threads, void (*work)(void *ctx, void *item, int thread), void *ctx);

/* Gives an item out; never more than pool_room items may be out at a time. */
void pool_put(struct pool *p, void *item);
size_t pool_room(const struct pool *p); /* how many more may be given out */

/* The oldest item that is out, when it is done: at once or, with `wait`, when it will be. NULL when there is none. */
void *pool_take(struct pool *p, bool wait);

/* Ends the threads; nothing may be out. */
void pool_close(struct pool *p);

#endif
