/* Knows how threads share work whose order must not show. */
#include "base/pool.h"

#include <pthread.h>
#include <stdlib.h>

#include "base/diag.h"

enum { ITEMS_A_THREAD = 4 };
enum state { READY, BUSY, DONE };

struct slot {
	void *item;
	enum state state;
};

struct pool {
	void (*work)(void *, void *, int);
	void *ctx;
	pthread_mutex_t lock;
	pthread_cond_t given, done;
	pthread_t *threads;
	int n, started;
	struct slot *slots; /* a ring: items are numbered as they are given */
	size_t size, first, next, last; /* oldest that is out, next to be worked on, next to be given */
	bool closed;
};

static void *run(void *arg)
{
	struct pool *p = arg;

	pthread_mutex_lock(&p->lock);
	int number = p->started++;

	for (;;) {
		while (p->next == p->last && !p->closed)
			pthread_cond_wait(&p->given, &p->lock);
		if (p->next == p->last)
			break;
		struct slot *s = &p->slots[p->next++ % p->size];

		s->state = BUSY;
		pthread_mutex_unlock(&p->lock);
		p->work(p->ctx, s->item, number);
		pthread_mutex_lock(&p->lock);
		s->state = DONE;
		pthread_cond_signal(&p->done);
	}
	pthread_mutex_unlock(&p->lock);
	return NULL;
}

static void *check(void *p)
{
	if (!p)
		diag_die("out of memory");
	return p;
}

struct pool *pool_open(int threads, void (*work)(void *ctx, void *item, int thread), void *ctx)
{
	struct pool *p = check(calloc(1, sizeof *p));

	p->work = work;
	p->ctx = ctx;
	p->size = (size_t)threads * ITEMS_A_THREAD;
	p->slots = check(calloc(p->size, sizeof *p->slots));
	p->threads = check(calloc((size_t)threads, sizeof *p->threads));
	pthread_mutex_init(&p->lock, NULL);
	pthread_cond_init(&p->given, NULL);
	pthread_cond_init(&p->done, NULL);
	for (; threads > 1 && p->n < threads; p->n++)
		if (pthread_create(&p->threads[p->n], NULL, run, p))
			diag_die("a thread cannot be started");
	return p;
}

size_t pool_room(const struct pool *p)
{
	return p->size - (p->last - p->first);
}

void pool_put(struct pool *p, void *item)
{
	/* Alone, the caller works itself: nothing has to be handed over or waited for. */
	if (!p->n) {
		p->work(p->ctx, item, 0);
		p->slots[p->last++ % p->size] = (struct slot){item, DONE};
		return;
	}
	pthread_mutex_lock(&p->lock);
	p->slots[p->last++ % p->size] = (struct slot){item, READY};
	pthread_cond_signal(&p->given);
	pthread_mutex_unlock(&p->lock);
}

void *pool_take(struct pool *p, bool wait)
{
	void *item = NULL;

	pthread_mutex_lock(&p->lock);
	if (p->first < p->last) {
		struct slot *s = &p->slots[p->first % p->size];

		while (wait && s->state != DONE)
			pthread_cond_wait(&p->done, &p->lock);
		if (s->state == DONE) {
			item = s->item;
			p->first++;
		}
	}
	pthread_mutex_unlock(&p->lock);
	return item;
}

void pool_close(struct pool *p)
{
	pthread_mutex_lock(&p->lock);
	p->closed = true;
	pthread_cond_broadcast(&p->given);
	pthread_mutex_unlock(&p->lock);
	for (int i = 0; i < p->n; i++)
		pthread_join(p->threads[i], NULL);
	pthread_mutex_destroy(&p->lock);
	pthread_cond_destroy(&p->given);
	pthread_cond_destroy(&p->done);
	free(p->threads);
	free(p->slots);
	free(p);
}
