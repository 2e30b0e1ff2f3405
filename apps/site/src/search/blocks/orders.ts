import { type Order, orders } from '../order.ts'
import type { SearchReport } from '../report.ts'

/** Orders that the top of the catalogue does not tell: each has a file of its own. */
export const keyedOrders = {
  refused: orders.refused,
  failing: orders.failing,
  region: (a: SearchReport, b: SearchReport) => (a.id < b.id ? -1 : Number(a.id > b.id)),
} as const

export type KeyedOrder = keyof typeof keyedOrders

export const isKeyed = (order: Order): order is KeyedOrder => Object.hasOwn(keyedOrders, order)
