import { exactlyOnce } from './exactly-once.js';
import { openHouse } from './house.js';

exactlyOnce('one receiver on SQLite', async () => {
  const house = await openHouse();
  return { houses: [house], close: () => house.close() };
});
